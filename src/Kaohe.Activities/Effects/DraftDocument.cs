namespace Kaohe.Activities.Effects;

/// <summary>
/// Asks for an official document: merged from a Word template, stored with its hash, signed by a leader when asked, numbered and issued. One document
/// addressed to <see cref="Audience"/>, or one for each of its units (<see cref="IsPerUnit"/>). Where there is one for each unit the handler first resumes
/// with <see cref="Signals.DocumentSignals.Opened"/>; each document then resumes with <see cref="Signals.DocumentSignals.Issued"/>, with
/// <see cref="Signals.DocumentSignals.Drafted"/> when <see cref="StopsAtDraft"/>, or with <see cref="Signals.DocumentSignals.Returned"/> when the signer
/// sends it back (the activity then asks again). Receipts are tasks of kind <see cref="TaskKinds.Receipt"/> that the activity opens itself after the issue.
/// </summary>
public sealed record DraftDocument
{
    /// <summary>The waiting bookmark; see <see cref="OpenTasks.BookmarkId"/>.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>What the activity calls it; comes back with every signal.</summary>
    public required string Item { get; init; }

    /// <summary>One of the 11 steps; null outside of them.</summary>
    public string? StepCode { get; init; }

    /// <summary>The assessed year.</summary>
    public required int CycleYear { get; init; }

    /// <summary>Name of the template in the catalogue.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Title of the document.</summary>
    public required string Title { get; init; }

    /// <summary>Whom it is for.</summary>
    public required AudienceSpec Audience { get; init; }

    /// <summary>Whether there is one document for each unit of the audience, key = unit id; otherwise one, key = <see cref="AudienceSpec.OnceKey"/>.</summary>
    public bool IsPerUnit { get; init; }

    /// <summary>Whether <see cref="Signals.DocumentSignals.Opened"/> is waited for; see <see cref="OpenTasks.ReportsOpened"/>.</summary>
    public bool ReportsOpened { get; init; }

    /// <summary>What the flow knows for the template's fields, by field name; the handler fills the rest from the year's records.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();

    /// <summary>Whether a leader signs before it is issued.</summary>
    public bool NeedsSignature { get; init; }

    /// <summary>Role that signs.</summary>
    public string SignRole { get; init; } = "leader";

    /// <summary>Whether receipts will be collected; for display, see the type's remark.</summary>
    public bool NeedsReceipts { get; init; }

    /// <summary>
    /// Whether it stays with the material of its step: nobody is written to. One for each unit may be read by its unit (unless <see cref="IsWithheld"/>),
    /// one for the whole by no unit.
    /// </summary>
    public bool IsKept { get; init; }

    /// <summary>Whether a kept one is not read by the unit that it is about.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Codes of the roles that may read it besides 考核办, leaders and the unit it is about.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Whether to stop at the draft: no number, not issued.</summary>
    public bool StopsAtDraft { get; init; }

    /// <summary>By when it should be out; null without deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why the version before was sent back; null the first time.</summary>
    public string? ReturnReason { get; init; }
}
