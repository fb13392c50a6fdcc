using System.Text.Json.Serialization;

namespace Kaohe.Office.Tasks;

/// <summary>What happened to a task.</summary>
public enum TaskEventKind
{
    /// <summary>Opened.</summary>
    Opened,

    /// <summary>签收.</summary>
    Claimed,

    /// <summary>放回.</summary>
    Released,

    /// <summary>转办.</summary>
    HandedOver,

    /// <summary>委派.</summary>
    Delegated,

    /// <summary>交回.</summary>
    GivenBack,

    /// <summary>Completed with an outcome.</summary>
    Completed,

    /// <summary>退回 to an earlier task.</summary>
    Returned,

    /// <summary>Sent back to its person by a later task.</summary>
    Reopened,

    /// <summary>Waits for an earlier task to be submitted again.</summary>
    Suspended,

    /// <summary>Goes on after the earlier task was submitted again.</summary>
    Resumed,

    /// <summary>撤回.</summary>
    Withdrawn,

    /// <summary>催办.</summary>
    Urged,

    /// <summary>抄送.</summary>
    Copied,

    /// <summary>Deadline changed.</summary>
    DeadlineChanged,

    /// <summary>换人 by the office.</summary>
    Substituted,

    /// <summary>Closed by the office.</summary>
    Closed,

    /// <summary>Cancelled with its flow.</summary>
    Cancelled,

    /// <summary>Comment.</summary>
    Commented,

    /// <summary>Its turn in a round of signatures has come, or passed.</summary>
    TurnChanged,

    /// <summary>加签.</summary>
    SignersAdded,

    /// <summary>减签.</summary>
    SignerRemoved,
}

/// <summary>One line of a task's history; appended, never changed.</summary>
public sealed record TaskEvent
{
    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Place in the history: the task's version that the event made.</summary>
    public required long Sequence { get; init; }

    /// <summary>The command's operation id.</summary>
    public required string OperationId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required TaskEventKind Kind { get; init; }

    /// <summary>Who.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of who did it, as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>In whose place, when a proxy acted.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>Chinese verb, e.g. 退回.</summary>
    public required string Verb { get; init; }

    /// <summary>Reason, opinion or comment.</summary>
    public string? Detail { get; init; }

    /// <summary>Ids of people mentioned, copied or given the task.</summary>
    public IReadOnlyList<string> PeopleIds { get; init; } = [];

    /// <summary>"3月2日 16:20 考核办经办人 退回：数据未认定"; a proxy shows as 王五（代李四）.</summary>
    [JsonIgnore]
    public string Line => ToLine(thisYear: null);

    /// <summary>The line for a reader in a year; an event of another year shows its year.</summary>
    /// <param name="thisYear">The reader's year, or none to leave years out.</param>
    public string ToLine(int? thisYear) => HistoryText.Line(At, ActorName, PrincipalName, Verb, Detail, thisYear);
}
