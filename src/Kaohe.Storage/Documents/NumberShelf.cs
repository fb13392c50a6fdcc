using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;

namespace Kaohe.Storage.Documents;

/// <summary>Gives and voids numbers within the caller's transaction; belongs into a mutation of the write lane, which runs again when another was faster.</summary>
public static class NumberShelf
{
    /// <summary>The sequence of an issuer and year as it stands; an empty one when no number was given yet.</summary>
    public static async Task<NumberSequence> ReadAsync(KaoheDb db, string issuerCode, int year, CancellationToken cancellationToken = default) =>
        await db.NumberSequences.FindAsync([issuerCode, year], cancellationToken) is { } row
            ? JsonSerializer.Deserialize<NumberSequence>(row.Json, OfficeJson.Options)!
            : new NumberSequence { IssuerCode = issuerCode, Year = year };

    /// <summary>Gives a document its number; asked again, the same.</summary>
    /// <returns>The sequence after it, and the number.</returns>
    public static async Task<(NumberSequence Sequence, DocumentNumber Number)> AllocateAsync(
        KaoheDb db, string issuerCode, int year, string documentId, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var given = (await ReadAsync(db, issuerCode, year, cancellationToken)).Allocate(documentId, at);
        await WriteAsync(db, given.Sequence, cancellationToken);
        return given;
    }

    /// <summary>Makes a number void, with its reason.</summary>
    /// <returns>Problems; none when it is void.</returns>
    public static async Task<IReadOnlyList<Problem>> VoidAsync(KaoheDb db, DocumentNumber number, string reason, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var (sequence, problems) = (await ReadAsync(db, number.IssuerCode, number.Year, cancellationToken)).Void(number.Serial, reason, at);
        if (problems.Count == 0)
        {
            await WriteAsync(db, sequence, cancellationToken);
        }

        return problems;
    }

    private static async Task WriteAsync(KaoheDb db, NumberSequence sequence, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(sequence, OfficeJson.Options);
        if (await db.NumberSequences.FindAsync([sequence.IssuerCode, sequence.Year], cancellationToken) is { } row)
        {
            (row.Version, row.Last, row.Json) = (sequence.Version, sequence.Entries.Count, json);
        }
        else
        {
            db.NumberSequences.Add(new NumberSequenceRow
            {
                IssuerCode = sequence.IssuerCode, Year = sequence.Year, Version = sequence.Version, Last = sequence.Entries.Count, Json = json,
            });
        }
    }
}
