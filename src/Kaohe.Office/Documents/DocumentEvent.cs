using System.Text.Json.Serialization;

namespace Kaohe.Office.Documents;

/// <summary>One line of a document's history; appended, never changed. Events that carry a milestone drive the flow.</summary>
public sealed record DocumentEvent
{
    /// <summary>The document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Place in the history.</summary>
    public required long Sequence { get; init; }

    /// <summary>The command's operation id.</summary>
    public required string OperationId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required DocumentEventKind Kind { get; init; }

    /// <summary>Who.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of who did it, as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>In whose place, when a proxy acted.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>Chinese verb.</summary>
    public required string Verb { get; init; }

    /// <summary>Opinion, reason, number.</summary>
    public string? Detail { get; init; }

    /// <summary>"3月2日 16:20 市委组织部部长 签发：同意印发".</summary>
    [JsonIgnore]
    public string Line => ToLine(thisYear: null);

    /// <summary>The line for a reader in a year; an event of another year shows its year.</summary>
    /// <param name="thisYear">The reader's year, or none to leave years out.</param>
    public string ToLine(int? thisYear) => HistoryText.Line(At, ActorName, PrincipalName, Verb, Detail, thisYear);
}

/// <summary>People of the office or of units to tell, outside of quiet hours.</summary>
/// <param name="Who">Whom; persons, roles, units.</param>
/// <param name="Text">What, in Chinese.</param>
public sealed record DocumentNotice(IReadOnlyList<People.Candidate> Who, string Text);

/// <summary>Answer to a command: the new state with history and notices, or every problem in Chinese.</summary>
/// <param name="Document">The document after the command; unchanged when there are problems.</param>
/// <param name="Events">History to append; the flow is told of each.</param>
/// <param name="Notices">Whom to tell.</param>
/// <param name="Problems">Why nothing was changed; empty on success.</param>
/// <param name="IsRepeat">The same operation was applied before; nothing new was done.</param>
public sealed record DocumentResult(
    OfficialDocument Document,
    IReadOnlyList<DocumentEvent> Events,
    IReadOnlyList<DocumentNotice> Notices,
    IReadOnlyList<Problem> Problems,
    bool IsRepeat = false)
{
    /// <summary>Whether the command is in effect, now or from the first time it came.</summary>
    public bool IsDone => Problems.Count == 0;
}
