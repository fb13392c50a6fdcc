using System.Text.Json.Serialization;

namespace Kaohe.Office.Documents;

/// <summary>One number of a sequence and what became of it.</summary>
/// <param name="Serial">The number.</param>
/// <param name="DocumentId">The document it was given to.</param>
/// <param name="AllocatedAt">When.</param>
/// <param name="VoidReason">Why it is void; none while valid. A void number is never given again.</param>
/// <param name="VoidAt">When it became void.</param>
public sealed record NumberEntry(int Serial, string DocumentId, DateTimeOffset AllocatedAt, string? VoidReason = null, DateTimeOffset? VoidAt = null);

/// <summary>
/// The numbers of one issuer and year, gapless: every number from 1 to the last is on record, as given or as void with its reason.
/// Pure; the storage makes the step from one state to the next atomic (<see cref="Version"/>).
/// </summary>
public sealed record NumberSequence
{
    /// <summary>机关代字.</summary>
    public required string IssuerCode { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Counts changes; the storage's concurrency token.</summary>
    public long Version { get; init; }

    /// <summary>Every number so far, in order.</summary>
    public IReadOnlyList<NumberEntry> Entries { get; init; } = [];

    /// <summary>The number the next document gets.</summary>
    [JsonIgnore]
    public int Next => Entries.Count + 1;

    /// <summary>Gives a document its number; asked again for the same document it gives the same valid number.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="at">Now.</param>
    public (NumberSequence Sequence, DocumentNumber Number) Allocate(string documentId, DateTimeOffset at)
    {
        if (Entries.FirstOrDefault(entry => entry.DocumentId == documentId && entry.VoidReason is null) is { } known)
        {
            return (this, Number(known.Serial));
        }

        var next = Next;
        return (this with { Entries = [.. Entries, new NumberEntry(next, documentId, at)], Version = Version + 1 }, Number(next));
    }

    /// <summary>Makes a number void; the record of it stays.</summary>
    /// <param name="serial">The number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">Now.</param>
    public (NumberSequence Sequence, IReadOnlyList<Problem> Problems) Void(int serial, string reason, DateTimeOffset at)
    {
        var problems = OfficeRule.Check([new NumberMustBeValid(this, serial), new ReasonMustBeGiven(reason, "作废")]);
        return problems.Count > 0
            ? (this, problems)
            : (this with
            {
                Entries = [.. Entries.Select(entry => entry.Serial == serial ? entry with { VoidReason = reason, VoidAt = at } : entry)],
                Version = Version + 1,
            }, []);
    }

    private DocumentNumber Number(int serial) => new(IssuerCode, Year, serial);
}

/// <summary>Only a number that was given and is not void can become void.</summary>
/// <param name="sequence">The sequence.</param>
/// <param name="serial">The number.</param>
public sealed class NumberMustBeValid(NumberSequence sequence, int serial) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "serial";

    /// <inheritdoc/>
    public override string Message => sequence.Entries.FirstOrDefault(entry => entry.Serial == serial) is { } entry
        ? $"{new DocumentNumber(sequence.IssuerCode, sequence.Year, serial)}已作废（{entry.VoidReason}），不能再次作废。"
        : $"{new DocumentNumber(sequence.IssuerCode, sequence.Year, serial)}没有编出过，请核对。";

    /// <inheritdoc/>
    public override bool IsBroken() => !sequence.Entries.Any(entry => entry.Serial == serial && entry.VoidReason is null);
}
