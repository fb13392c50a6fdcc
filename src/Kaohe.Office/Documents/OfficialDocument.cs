using System.Text.Json.Serialization;
using Kaohe.Office.People;

namespace Kaohe.Office.Documents;

/// <summary>
/// An official document from draft to archive. Immutable; every change goes through a command of <see cref="DocumentDesk"/>.
/// Flat where lists are queried (state, kind, title, number, drafter, unit, step, cycle).
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>Stable id; derived from the effect that asked for the draft.</summary>
    public required string Id { get; init; }

    /// <summary>Counts changes of state and text; commands name the one their page showed.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>Counts every change; the storage's concurrency token.</summary>
    public long Version { get; init; } = 1;

    /// <summary>What it waits for.</summary>
    public DocumentState State { get; init; }

    /// <summary>Kind, the code of its template, e.g. 督查通知.</summary>
    public required string Kind { get; init; }

    /// <summary>Title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>机关代字 of its number.</summary>
    public required string IssuerCode { get; init; }

    /// <summary>Need-to-know: only those concerned read it.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Whether it stays with the material of its step: it needs no recipient, and who may read it is not written to.</summary>
    public bool IsKept { get; init; }

    /// <summary>Who may read it besides its recipients, once it is issued.</summary>
    public IReadOnlyList<Candidate> Readers { get; init; } = [];

    /// <summary>Who drafted it.</summary>
    public required string DrafterId { get; init; }

    /// <summary>Name of who drafted it.</summary>
    public required string DrafterName { get; init; }

    /// <summary>Who may check it; empty when no check is asked for.</summary>
    public IReadOnlyList<Candidate> Checkers { get; init; } = [];

    /// <summary>Who may sign it; empty when no signature is asked for.</summary>
    public IReadOnlyList<Candidate> Signers { get; init; } = [];

    /// <summary>Whether it gets a 发文字号.</summary>
    public bool NeedsNumber { get; init; } = true;

    /// <summary>Whether it is sealed.</summary>
    public bool NeedsSeal { get; init; } = true;

    /// <summary>Whether recipients sign for it.</summary>
    public bool NeedsReceipts { get; init; } = true;

    /// <summary>主送 and 抄送.</summary>
    public IReadOnlyList<DocumentRecipient> Recipients { get; init; } = [];

    /// <summary>Every version, oldest first.</summary>
    public required IReadOnlyList<DocumentVersion> Versions { get; init; }

    /// <summary>Every opinion, oldest first.</summary>
    public IReadOnlyList<DocumentOpinion> Opinions { get; init; } = [];

    /// <summary>The signature that holds; gone when the document is returned.</summary>
    public DocumentSignature? Signature { get; init; }

    /// <summary>Its 发文字号; kept when a numbered document is returned.</summary>
    public DocumentNumber? Number { get; init; }

    /// <summary>The final file, with number, seal and signature.</summary>
    public DocumentFile? FinalFile { get; init; }

    /// <summary>When it was sent out.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Receipts, one a recipient, once sent out.</summary>
    public IReadOnlyList<DocumentReceipt> Receipts { get; init; } = [];

    /// <summary>When it was archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Why it is void.</summary>
    public string? VoidReason { get; init; }

    /// <summary>The assessed unit it is about.</summary>
    public string? UnitId { get; init; }

    /// <summary>Assessment year.</summary>
    public int? CycleYear { get; init; }

    /// <summary>One of the 11 steps.</summary>
    public string? StepCode { get; init; }

    /// <summary>Workflow instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Execution of the activity that asked for it.</summary>
    public string? ActivityExecutionId { get; init; }

    /// <summary>Bookmark that waits for its milestones.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>The last commands applied.</summary>
    public IReadOnlyList<AppliedOperation> Operations { get; init; } = [];

    /// <summary>The version in force.</summary>
    [JsonIgnore]
    public DocumentVersion Current => Versions[^1];

    /// <summary>Units that have not signed for it.</summary>
    [JsonIgnore]
    public IReadOnlyList<DocumentReceipt> MissingReceipts => [.. Receipts.Where(receipt => receipt.ReceivedAt is null)];

    internal PersonRef Drafter => new(DrafterId, DrafterName);

    /// <summary>The state after a step, when what a document does not need is left out.</summary>
    internal DocumentState After(DocumentState done) => done switch
    {
        DocumentState.Drafting when Checkers.Count > 0 => DocumentState.Checking,
        < DocumentState.Signing when Signers.Count > 0 => DocumentState.Signing,
        < DocumentState.Numbering when NeedsNumber && Number is null => DocumentState.Numbering,
        < DocumentState.Sealing when NeedsSeal => DocumentState.Sealing,
        _ => DocumentState.Issuing,
    };
}
