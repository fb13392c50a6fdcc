using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Documents;

/// <summary>Reads and writes documents within the caller's context; writing belongs into a mutation of the write lane.</summary>
public static class DocumentStore
{
    /// <summary>The aggregate of a row.</summary>
    public static OfficialDocument Read(DocumentRow row) => JsonSerializer.Deserialize<OfficialDocument>(row.Json, OfficeJson.Options)!;

    /// <summary>The aggregate as its row holds it.</summary>
    public static string Write(OfficialDocument document) => JsonSerializer.Serialize(document, OfficeJson.Options);

    /// <summary>The row of a document, tracked.</summary>
    /// <returns>None when there is no such document.</returns>
    public static async Task<DocumentRow?> FindAsync(KaoheDb db, string id, CancellationToken cancellationToken = default) =>
        db.Held<DocumentRow>(id) ?? await HotQueries.Of(db).Document(db, id, cancellationToken);

    /// <summary>The row of a version's files, tracked.</summary>
    /// <returns>None when the version has no files.</returns>
    public static async Task<DocumentRenditionRow?> FindFilesAsync(KaoheDb db, string id, int version, CancellationToken cancellationToken = default) =>
        db.Held<DocumentRenditionRow>(id, version) ?? await HotQueries.Of(db).Rendition(db, id, version, cancellationToken);

    /// <summary>The row of a stored file, tracked.</summary>
    /// <returns>None when no file with this hash is on record.</returns>
    public static async Task<DocumentFileRow?> FindFileAsync(KaoheDb db, string sha256, CancellationToken cancellationToken = default) =>
        db.Held<DocumentFileRow>(sha256) ?? await HotQueries.Of(db).DocumentFile(db, sha256, cancellationToken);

    /// <summary>The history of a document, oldest first.</summary>
    public static async Task<IReadOnlyList<DocumentEvent>> HistoryAsync(KaoheDb db, string id, CancellationToken cancellationToken = default)
    {
        var lines = await db.DocumentEvents.AsNoTracking().Where(line => line.DocumentId == id)
            .OrderBy(line => line.Sequence).ThenBy(line => line.Place).Select(line => line.Json).ToListAsync(cancellationToken);
        return [.. lines.Select(line => JsonSerializer.Deserialize<DocumentEvent>(line, OfficeJson.Options)!)];
    }

    /// <summary>Puts what a command made into the row of the document, and appends its history.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="row">The document's row, tracked or new.</param>
    /// <param name="before">The document as the row held it; null for a new one.</param>
    /// <param name="result">Without problems.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SaveAsync(KaoheDb db, DocumentRow row, OfficialDocument? before, DocumentResult result, CancellationToken cancellationToken = default)
    {
        var document = result.Document;
        (row.Version, row.State, row.Title, row.IssuedAt) = (document.Version, document.State, document.Title, document.IssuedAt);
        row.Number = document.Number?.ToString();
        row.Json = Write(document);
        await SyncRecipientsAsync(db, before, document, cancellationToken);
        foreach (var version in result.Events.GroupBy(line => line.Sequence))
        {
            db.DocumentEvents.AddRange(version.Select((line, place) => new DocumentEventRow
            {
                DocumentId = document.Id,
                Sequence = line.Sequence,
                Place = place,
                At = line.At,
                Kind = line.Kind,
                ActorId = line.ActorId,
                Json = JsonSerializer.Serialize(line, OfficeJson.Options),
            }));
        }
    }

    // A notice goes to a hundred units, and each of them signs for it by itself.
    private static async Task SyncRecipientsAsync(KaoheDb db, OfficialDocument? before, OfficialDocument document, CancellationToken cancellationToken)
    {
        var old = before is null ? [] : States(before);
        var changed = States(document).Where(one => !old.TryGetValue(one.Key, out var state) || state != one.Value).ToDictionary(StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return;
        }

        var units = changed.Keys.ToList();
        var known = await db.DocumentRecipients.Where(one => one.DocumentId == document.Id && units.Contains(one.UnitId)).ToListAsync(cancellationToken);
        known.AddRange(db.Held<DocumentRecipientRow>().Where(one => one.DocumentId == document.Id && !known.Contains(one)));
        foreach (var (unit, state) in changed)
        {
            var row = known.Find(one => one.UnitId == unit);
            if (row is null)
            {
                row = new DocumentRecipientRow { DocumentId = document.Id, UnitId = unit };
                db.DocumentRecipients.Add(row);
            }

            (row.IsCopy, row.ReceivedAt, row.IsReceiptMissing) = state;
        }
    }

    private static Dictionary<string, (bool IsCopy, DateTimeOffset? ReceivedAt, bool IsReceiptMissing)> States(OfficialDocument document)
    {
        var receipts = document.Receipts.DistinctBy(one => one.UnitId).ToDictionary(one => one.UnitId, StringComparer.Ordinal);
        return document.Recipients.DistinctBy(one => one.UnitId).ToDictionary(
            one => one.UnitId,
            one => (one.IsCopy, receipts.GetValueOrDefault(one.UnitId)?.ReceivedAt, receipts.TryGetValue(one.UnitId, out var receipt) && receipt.ReceivedAt is null),
            StringComparer.Ordinal);
    }
}
