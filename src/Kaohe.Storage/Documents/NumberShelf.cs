using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;

namespace Kaohe.Storage.Documents;

/// <summary>Gives and voids numbers within the caller's transaction; belongs into a mutation of the write lane, which runs again when another was faster.</summary>
public static class NumberShelf
{
    /// <summary>The sequence of an issuer and year as it stands; an empty one when no number was given yet.</summary>
    public static async Task<NumberSequence> ReadAsync(KaoheDb db, string issuerCode, int year, CancellationToken cancellationToken = default) =>
        (await FindAsync(db, issuerCode, year, cancellationToken)).Sequence;

    /// <summary>Gives a document its number; asked again, the same.</summary>
    /// <returns>The sequence after it, and the number.</returns>
    public static async Task<(NumberSequence Sequence, DocumentNumber Number)> AllocateAsync(
        KaoheDb db, string issuerCode, int year, string documentId, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var (row, sequence) = await FindAsync(db, issuerCode, year, cancellationToken);
        var given = sequence.Allocate(documentId, at);
        Write(db, row, given.Sequence);
        return given;
    }

    /// <summary>Makes a number void, with its reason.</summary>
    /// <returns>Problems; none when it is void.</returns>
    public static async Task<IReadOnlyList<Problem>> VoidAsync(KaoheDb db, DocumentNumber number, string reason, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var (row, before) = await FindAsync(db, number.IssuerCode, number.Year, cancellationToken);
        var (sequence, problems) = before.Void(number.Serial, reason, at);
        if (problems.Count == 0)
        {
            Write(db, row, sequence);
        }

        return problems;
    }

    private static async Task<(NumberSequenceRow? Row, NumberSequence Sequence)> FindAsync(KaoheDb db, string issuerCode, int year, CancellationToken cancellationToken) =>
        await db.NumberSequences.FindAsync([issuerCode, year], cancellationToken) is { } row
            ? (row, JsonSerializer.Deserialize<NumberSequence>(row.Json, OfficeJson.Options)!)
            : (null, new NumberSequence { IssuerCode = issuerCode, Year = year });

    // Writes over the row that was read and no other: a row that appeared meanwhile must make this run fail, or its numbers would be lost.
    private static void Write(KaoheDb db, NumberSequenceRow? row, NumberSequence sequence)
    {
        var json = JsonSerializer.Serialize(sequence, OfficeJson.Options);
        if (row is null)
        {
            db.NumberSequences.Add(new NumberSequenceRow
            {
                IssuerCode = sequence.IssuerCode, Year = sequence.Year, Version = sequence.Version, Last = sequence.Entries.Count, Json = json,
            });
        }
        else
        {
            (row.Version, row.Last, row.Json) = (sequence.Version, sequence.Entries.Count, json);
        }
    }
}
