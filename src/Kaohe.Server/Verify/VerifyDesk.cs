using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Kaohe.Documents.Signing;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Server.Documents;
using Kaohe.Server.Documents.Files;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Verify;

/// <summary>What the check of a paper says.</summary>
public enum VerifyOutcome
{
    /// <summary>It is ours.</summary>
    Genuine,

    /// <summary>No issued document has this number and code; said alike whatever is wrong.</summary>
    Unknown,

    /// <summary>Too many tries from this place.</summary>
    TooMany,
}

/// <summary>What stands on record about an issued document; nothing secret.</summary>
/// <param name="Outcome">What the check says.</param>
/// <param name="Issuer">发文机关.</param>
/// <param name="Number">发文字号.</param>
/// <param name="Title">Title; left out for a confidential document.</param>
/// <param name="Date">成文日期.</param>
/// <param name="Sha256">Hash of the file that went out.</param>
/// <param name="State">已印发, 已归档 or 已作废, with the reason.</param>
/// <param name="Signature">What the file's signature says, in Chinese.</param>
/// <param name="FileMatches">Whether the uploaded file is the one that went out; null when none was uploaded.</param>
public sealed record VerifyAnswer(
    VerifyOutcome Outcome, string? Issuer = null, string? Number = null, string? Title = null, DateOnly? Date = null, string? Sha256 = null, string? State = null, string? Signature = null,
    bool? FileMatches = null)
{
    /// <summary>No such paper.</summary>
    public static VerifyAnswer Unknown { get; } = new(VerifyOutcome.Unknown);

    /// <summary>Too many tries.</summary>
    public static VerifyAnswer TooMany { get; } = new(VerifyOutcome.TooMany);
}

/// <summary>Tells anybody who holds a paper whether it matches what was issued.</summary>
public sealed class VerifyDesk : IDisposable
{
    private const int TriesAMinute = 10;
    private readonly IDbContextFactory<KaoheDb> _databases;
    private readonly DocumentFiles _files;
    private readonly IOptions<DocumentOptions> _options;
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetFixedWindowLimiter(
        client, _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Makes the desk.</summary>
    public VerifyDesk(IDbContextFactory<KaoheDb> databases, DocumentFiles files, IOptions<DocumentOptions> options) => (_databases, _files, _options) = (databases, files, options);

    /// <summary>Checks number and code as printed. The code alone is enough when it came from the QR code.</summary>
    /// <param name="number">发文字号; null when only the code is given.</param>
    /// <param name="code">核验码.</param>
    /// <param name="client">Where the try comes from.</param>
    /// <param name="file">The file to compare; null for none. It is not kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<VerifyAnswer> CheckAsync(string? number, string? code, string client, Stream? file = null, CancellationToken cancellationToken = default)
    {
        using var lease = _limiter.AttemptAcquire(client);
        if (!lease.IsAcquired)
        {
            return VerifyAnswer.TooMany;
        }

        var wanted = DocumentIds.Normalize(code);
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        var row = wanted.Length == 0 ? null : await db.Documents.AsNoTracking().FirstOrDefaultAsync(one => one.CheckCode == wanted, cancellationToken);
        if (row?.IssuedAt is null || (number is not null && !Same(number, row.Number)))
        {
            return VerifyAnswer.Unknown;
        }

        var document = DocumentStore.Read(row);
        var hash = (document.FinalFile ?? document.Current.File).Sha256;
        return new VerifyAnswer(
            VerifyOutcome.Genuine,
            _options.Value.Issuer,
            row.Number,
            document.IsConfidential ? null : document.Title,
            OfficeTime.DateOf(document.Signature?.At ?? row.IssuedAt.Value),
            hash,
            document.State == DocumentState.Void ? $"已作废（{document.VoidReason}）" : DocumentLabels.Of(document.State),
            await SignatureAsync(hash, document, cancellationToken),
            file is null ? null : await IsOursAsync(db, row.Id, hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)), cancellationToken));
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    // The file that went out, or the copy of it that the recipient has signed.
    private static async Task<bool> IsOursAsync(KaoheDb db, string documentId, string issued, string uploaded, CancellationToken cancellationToken) =>
        uploaded == issued
        || await db.DocumentRenditions.AnyAsync(one => one.DocumentId == documentId && one.VersionNumber == DocumentRenditionRow.Countersigned && one.PdfSha256 == uploaded, cancellationToken);

    private static bool Same(string typed, string? number) => number is not null && Bare(typed) == Bare(number);

    private static string Bare(string number) => string.Concat(number.Where(char.IsLetterOrDigit));

    private async Task<string> SignatureAsync(string hash, OfficialDocument document, CancellationToken cancellationToken)
    {
        if (document.FinalFile?.ContentType != DocumentFiles.Pdf)
        {
            return "电子文件为 Word 格式，没有电子签名";
        }

        var states = PdfSignatureReader.Read(await _files.ReadAsync(hash, cancellationToken));
        return states.Count > 0 && states.All(state => state.IsIntact) ? $"电子签名完好（{states[^1].Signer}）" : "电子签名无效";
    }
}
