using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Documents;

/// <summary>Reads and writes documents within the caller's context; writing belongs into a mutation of the write lane.</summary>
public static class DocumentStore
{
    /// <summary>The aggregate of a row.</summary>
    public static OfficialDocument Read(DocumentRow row) => JsonSerializer.Deserialize<OfficialDocument>(row.Json, OfficeJson.Options)!;

    /// <summary>The aggregate as its row holds it.</summary>
    public static string Write(OfficialDocument document) => JsonSerializer.Serialize(document, OfficeJson.Options);

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
    /// <param name="result">Without problems.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SaveAsync(KaoheDb db, DocumentRow row, DocumentResult result, CancellationToken cancellationToken = default)
    {
        var document = result.Document;
        (row.Version, row.State, row.Title, row.IssuedAt) = (document.Version, document.State, document.Title, document.IssuedAt);
        row.Number = document.Number?.ToString();
        row.Json = Write(document);
        await SyncRecipientsAsync(db, document, cancellationToken);
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

    private static async Task SyncRecipientsAsync(KaoheDb db, OfficialDocument document, CancellationToken cancellationToken)
    {
        var known = await db.DocumentRecipients.Where(one => one.DocumentId == document.Id).ToListAsync(cancellationToken);
        known.AddRange(db.Held<DocumentRecipientRow>().Where(one => one.DocumentId == document.Id && !known.Contains(one)));
        foreach (var recipient in document.Recipients.DistinctBy(one => one.UnitId))
        {
            var row = known.Find(one => one.UnitId == recipient.UnitId);
            if (row is null)
            {
                row = new DocumentRecipientRow { DocumentId = document.Id, UnitId = recipient.UnitId };
                db.DocumentRecipients.Add(row);
            }

            var receipt = document.Receipts.FirstOrDefault(one => one.UnitId == recipient.UnitId);
            (row.IsCopy, row.ReceivedAt, row.IsReceiptMissing) = (recipient.IsCopy, receipt?.ReceivedAt, receipt is { ReceivedAt: null });
        }
    }
}
