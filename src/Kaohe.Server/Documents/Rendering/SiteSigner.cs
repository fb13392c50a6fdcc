using System.Security.Cryptography.X509Certificates;
using Kaohe.Documents.Signing;
using Kaohe.Server.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>Signs PDF files with the site key, which is made at first use under <c>Data:Folder/keys</c>.</summary>
/// <param name="folders">The folders.</param>
/// <param name="options">The key's password and the office's name.</param>
/// <param name="clock">Start of validity of a new key.</param>
public sealed class SiteSigner(ProductFolders folders, IOptions<DocumentOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);
    private readonly Lock _gate = new();
    private readonly HttpClient? _http = options.Value.TimestampUrl.Length > 0 ? new HttpClient { Timeout = _longest } : null;
    private X509Certificate2? _certificate;

    /// <summary>Signs a file.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="reason">Chinese, e.g. 签发.</param>
    /// <param name="at">Moment shown by readers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<byte[]> SignAsync(byte[] pdf, string reason, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        PdfSignatures.SignAsync(pdf, new CertificateSigner(Certificate(), Timestamps), new SignatureDetails(reason, at), cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        _certificate?.Dispose();
        _http?.Dispose();
    }

    private HttpTimestampAuthority? Timestamps => _http is null ? null : new HttpTimestampAuthority(_http, new Uri(options.Value.TimestampUrl));

    private X509Certificate2 Certificate()
    {
        lock (_gate)
        {
            return _certificate ??= SiteKey.LoadOrCreate(
                Path.Combine(folders.DataFolder("keys"), "site.pfx"), options.Value.KeyPassword is { Length: > 0 } password ? password : null, options.Value.Issuer, clock.GetUtcNow());
        }
    }
}
