using Kaohe.Office.Documents;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Documents.Reading;

/// <summary>A document as one person may see it.</summary>
/// <param name="Row">Columns and what it was made of.</param>
/// <param name="Document">The aggregate.</param>
/// <param name="Access">What the person may do.</param>
/// <param name="Files">Files of the version in force, or the final ones once there are.</param>
/// <param name="Problems">What stands against signing and sending it.</param>
public sealed record DocumentView(
    DocumentRow Row, OfficialDocument Document, DocumentAccessDecision Access, DocumentRenditionRow? Files, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>Whether there is a copy with the recipient's signature (<see cref="DocumentRenditionRow.Countersigned"/>).</summary>
    public bool IsCountersigned { get; init; }

    /// <summary>By when it is to be signed while it waits for that, by when it should be out otherwise; null without deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>One line of the list of documents.</summary>
/// <param name="Id">The document.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">Name of the template.</param>
/// <param name="Number">发文字号; null while it has none.</param>
/// <param name="State">What it waits for.</param>
/// <param name="StepCode">One of the 11 steps; null outside of them.</param>
/// <param name="UnitId">The unit it is about; null when it is about none.</param>
/// <param name="CycleYear">Assessment year.</param>
/// <param name="CreatedAt">When it was drafted.</param>
/// <param name="IssuedAt">When it went out; null before.</param>
/// <param name="DueAt">By when it is to be signed while it waits for that, by when it should be out otherwise; null without deadline.</param>
/// <param name="Recipients">Units that get it.</param>
/// <param name="Missing">Receipts that are missing.</param>
/// <param name="IsIncomplete">Whether something is missing in it, so that it cannot be signed.</param>
public sealed record DocumentLine(
    string Id, string Title, string Kind, string? Number, DocumentState State, string? StepCode, string? UnitId, int? CycleYear, DateTimeOffset CreatedAt, DateTimeOffset? IssuedAt,
    DateTimeOffset? DueAt, int Recipients, int Missing, bool IsIncomplete);

/// <summary>What a list of documents is narrowed to; what is null does not narrow.</summary>
public sealed record DocumentFilter
{
    /// <summary>What it waits for.</summary>
    public DocumentState? State { get; init; }

    /// <summary>One of the 11 steps.</summary>
    public string? StepCode { get; init; }

    /// <summary>The unit it is about or addressed to.</summary>
    public string? UnitId { get; init; }

    /// <summary>Assessment year.</summary>
    public int? CycleYear { get; init; }

    /// <summary>Part of title or number.</summary>
    public string? Text { get; init; }

    /// <summary>Only what waits for this person's decision or receipt.</summary>
    public bool Mine { get; init; }
}
