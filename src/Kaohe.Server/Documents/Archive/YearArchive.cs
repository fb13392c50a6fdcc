using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Files;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Archive;

/// <summary>What a year's archiving came to.</summary>
/// <param name="Archived">Documents archived now.</param>
/// <param name="Waiting">Documents that still wait for receipts.</param>
/// <param name="Open">Documents that are not issued yet.</param>
public sealed record ArchiveOutcome(int Archived, int Waiting, int Open);

/// <summary>
/// 归档: the documents of an assessment year as one zip with an index: the files that went out, who did what when, hashes, so that the archive can be read and
/// checked without this product.
/// </summary>
/// <param name="databases">Contexts.</param>
/// <param name="files">Bytes.</param>
/// <param name="desks">People.</param>
/// <param name="ledger">Archives.</param>
/// <param name="lane">Writes.</param>
/// <param name="clock">Now.</param>
public sealed class YearArchive(IDbContextFactory<KaoheDb> databases, DocumentFiles files, DocumentDesks desks, DocumentLedger ledger, IWriteLane lane, TimeProvider clock)
{
    private const int LongestTitle = 60;
    private static readonly JsonSerializerOptions _indented = new(OfficeJson.Options) { WriteIndented = true };

    /// <summary>Writes the zip.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="target">Where to; it need not seek.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many documents are in it.</returns>
    public async Task<int> WriteAsync(int year, Stream target, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = (await db.Documents.AsNoTracking().Where(row => row.CycleYear == year && row.Number != null && row.IssuedAt != null).ToListAsync(cancellationToken))
            .Select(row => (Row: row, Document: DocumentStore.Read(row))).Where(one => one.Document.Number is not null)
            .OrderBy(one => one.Document.Number!.IssuerCode, StringComparer.Ordinal).ThenBy(one => one.Document.Number!.Year).ThenBy(one => one.Document.Number!.Serial).ToList();
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        List<ArchivedDocument> index = [];
        foreach (var (row, document) in rows)
        {
            index.Add(await AddAsync(db, zip, row, document, cancellationToken));
        }

        var lines = rows.Select(one => DocumentRegister.Line(one.Document.Number!, new NumberEntry(one.Document.Number!.Serial, one.Row.Id, one.Row.CreatedAt, one.Document.VoidReason), one.Row));
        await PutAsync(zip, "目录.xlsx", DocumentRegister.Sheet(lines), cancellationToken);
        await PutAsync(zip, "目录.json", JsonSerializer.SerializeToUtf8Bytes(index, _indented), cancellationToken);
        await PutAsync(zip, "校验.sha256", Encoding.UTF8.GetBytes(string.Concat(index.SelectMany(one => one.Files).Select(file => $"{file.Sha256}  {file.Path}\n"))), cancellationToken);
        return index.Count;
    }

    /// <summary>Archives every document of a year that nothing is waited for any more.</summary>
    public async Task<ArchiveOutcome> ArchiveAsync(int year, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Documents.AsNoTracking().Where(row => row.CycleYear == year && row.State != DocumentState.Archived && row.State != DocumentState.Void).ToListAsync(cancellationToken);
        var ready = rows.Where(row => row.State == DocumentState.Issued && DocumentStore.Read(row).MissingReceipts.Count == 0).Select(row => row.Id).ToList();
        var desk = await desks.OpenAsync(cancellationToken);
        var archived = 0;
        foreach (var id in ready)
        {
            archived += await lane.RunAsync(async (write, cancel) => await ArchiveAsync(write, desk, id, actor, cancel), cancellationToken) ? 1 : 0;
        }

        return new ArchiveOutcome(archived, rows.Count(row => row.State == DocumentState.Issued) - archived, rows.Count(row => row.State != DocumentState.Issued));
    }

    private async Task<bool> ArchiveAsync(KaoheDb db, DocumentDesk desk, string id, Actor actor, CancellationToken cancellationToken)
    {
        if (await DocumentStore.FindAsync(db, id, cancellationToken) is not { } row)
        {
            return false;
        }

        var archive = new ArchiveDocument { OperationId = $"archive:{id}", ExpectedRevision = DocumentStore.Read(row).Revision, Actor = actor, At = clock.GetUtcNow() };
        return (await ledger.ApplyAsync(db, desk, row, archive, cancellationToken)).IsDone;
    }

    private async Task<ArchivedDocument> AddAsync(KaoheDb db, ZipArchive zip, DocumentRow row, OfficialDocument document, CancellationToken cancellationToken)
    {
        var folder = $"{document.Number!.IssuerCode}/{Safe($"{document.Number} {row.Title}")}";
        var history = await DocumentStore.HistoryAsync(db, row.Id, cancellationToken);
        List<ArchivedFile> kept = [];
        if (await db.DocumentRenditions.AsNoTracking().FirstOrDefaultAsync(one => one.DocumentId == row.Id && one.VersionNumber == DocumentRenditionRow.Final, cancellationToken) is { } final)
        {
            await AddFileAsync(final.PdfSha256, "正文.pdf");
            await AddFileAsync(final.WordSha256, "正文.docx");
        }

        await PutAsync(zip, $"{folder}/办理经过.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", history.Select(line => line.ToLine(null)))), cancellationToken);
        return new ArchivedDocument(
            document.Number.ToString(), row.Title, row.Kind, row.CycleYear, row.StepCode, row.UnitId, DocumentLabels.Of(row.State), document.VoidReason, document.Signature?.By.Name,
            document.Signature?.Principal?.Name, document.Signature?.At, row.IssuedAt, row.CheckCode, [.. document.Recipients.Select(unit => unit.Name)],
            [.. document.Receipts.Select(receipt => new ArchivedReceipt(receipt.UnitName, receipt.ReceivedBy?.Name, receipt.ReceivedAt))], kept, [.. history.Select(line => line.ToLine(null))]);

        async Task AddFileAsync(string? hash, string name)
        {
            if (hash is not null)
            {
                await PutAsync(zip, $"{folder}/{name}", await files.ReadAsync(hash, cancellationToken), cancellationToken);
                kept.Add(new ArchivedFile($"{folder}/{name}", hash));
            }
        }
    }

    private async Task PutAsync(ZipArchive zip, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = OfficeTime.Local(clock.GetUtcNow());
        await using var stream = await entry.OpenAsync(cancellationToken);
        await stream.WriteAsync(bytes, cancellationToken);
    }

    private static string Safe(string name)
    {
        var letters = string.Concat(name.Select(letter => letter is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(letter) ? '_' : letter));
        return letters.Length <= LongestTitle ? letters : letters[..LongestTitle].TrimEnd('.', ' ');
    }

    private sealed record ArchivedFile(string Path, string Sha256);

    private sealed record ArchivedReceipt(string Unit, string? By, DateTimeOffset? At);

    private sealed record ArchivedDocument(
        string Number, string Title, string Kind, int? CycleYear, string? StepCode, string? UnitId, string State, string? VoidReason, string? SignedBy, string? InPlaceOf, DateTimeOffset? SignedAt,
        DateTimeOffset? IssuedAt, string CheckCode, IReadOnlyList<string> Recipients, IReadOnlyList<ArchivedReceipt> Receipts, IReadOnlyList<ArchivedFile> Files, IReadOnlyList<string> History);
}
