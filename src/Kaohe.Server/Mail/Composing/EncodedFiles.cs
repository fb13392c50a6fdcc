using System.Text;
using Kaohe.Server.Documents.Files;
using Microsoft.Extensions.Caching.Memory;

namespace Kaohe.Server.Mail.Composing;

/// <summary>Files as base64 for mails. The last few are kept, as a document goes to many people at about the same time.</summary>
/// <param name="files">Bytes.</param>
public sealed class EncodedFiles(DocumentFiles files) : IDisposable
{
    private const long MostKept = 24 * 1024 * 1024;
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(2);
    private readonly MemoryCache _encoded = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The file in lines of base64, each ended by CR LF.</summary>
    /// <exception cref="InvalidDataException">The file is missing or was changed on disk.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        if (_encoded.TryGetValue(sha256, out byte[]? known))
        {
            return known!;
        }

        var bytes = await files.ReadAsync(sha256, cancellationToken);
        var encoded = Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks) + "\r\n");
        return _encoded.Set(sha256, encoded, new MemoryCacheEntryOptions { Size = encoded.Length, SlidingExpiration = _kept });
    }

    /// <inheritdoc />
    public void Dispose() => _encoded.Dispose();
}
