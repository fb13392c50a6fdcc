using Kaohe.Office.Tasks;

namespace Kaohe.Activities.Effects;

/// <summary>
/// Asks for human tasks: one for each key of <see cref="Audience"/>. The handler makes each task's id from the effect's key and the task's key, opens
/// them all in one transaction and resumes <see cref="BookmarkId"/> with <see cref="Signals.TaskSignals.Opened"/>; later each end of a task resumes the
/// same bookmark with <see cref="Signals.TaskSignals.Completed"/> or <see cref="Signals.TaskSignals.Closed"/>.
/// </summary>
public sealed record OpenTasks
{
    /// <summary>The waiting bookmark. It stays until the activity ends; a bookmark that is gone means that nobody waits any more.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>What the activity calls these tasks; comes back with every signal.</summary>
    public required string Item { get; init; }

    /// <summary>One of the 11 steps (<see cref="StepCodes"/>); null outside of them.</summary>
    public string? StepCode { get; init; }

    /// <summary>The assessed year.</summary>
    public required int CycleYear { get; init; }

    /// <summary>One task for each of these.</summary>
    public required AudienceSpec Audience { get; init; }

    /// <summary>
    /// Whether <see cref="Signals.TaskSignals.Opened"/> is waited for. False where the activity knows the keys already; the signal is then not needed and
    /// does no harm.
    /// </summary>
    public bool ReportsOpened { get; init; } = true;

    /// <summary>Kind of work (<see cref="TaskKinds"/>); decides the form.</summary>
    public required string TaskKind { get; init; }

    /// <summary>Title in the inbox; the handler puts the unit's short name before it where there is one task a unit.</summary>
    public required string Title { get; init; }

    /// <summary>What to do, in Chinese.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>
    /// Role code of who does it. For a task about a unit: <c>unit</c> is the unit's own people, <c>team</c> the 考核组 that has the unit;
    /// <c>office</c> and <c>leader</c> are the same for all.
    /// </summary>
    public required string Role { get; init; }

    /// <summary>A post (<c>head</c> is the 主要负责人 of the unit) or a person's id that narrows the role; null for everybody in it.</summary>
    public string? PostOrPerson { get; init; }

    /// <summary>Form, where the kind has none of its own.</summary>
    public string? FormId { get; init; }

    /// <summary>How the people of each task deal with it; null as the product does it by itself.</summary>
    public TaskHandling? Handling { get; init; }

    /// <summary>Ways to finish it; empty means 完成, or for an approval 同意 and 退回.</summary>
    public IReadOnlyList<TaskOutcome> Outcomes { get; init; } = [];

    /// <summary>Whether it decides about something submitted; nobody decides about the own submission.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Need-to-know.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>End of the last day; null without deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Ends of the last day of keys that have one of their own; null when all have <see cref="DueAt"/>.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset>? DueByKey { get; init; }

    /// <summary>The deadline as designed, for example 10个工作日; empty without deadline.</summary>
    public string DeadlineText { get; init; } = "";

    /// <summary>The day from which <see cref="DeadlineText"/> counts; null without deadline.</summary>
    public DateOnly? DeadlineStart { get; init; }

    /// <summary>Reminders before and escalation after the deadline; the escalation to <see cref="EscalationRole"/> is in it.</summary>
    public ReminderPlan Reminders { get; init; } = ReminderPlan.None;

    /// <summary>Role that is told when the deadline has passed; null for nobody.</summary>
    public string? EscalationRole { get; init; }

    /// <summary>Documents that belong to the task.</summary>
    public IReadOnlyList<string> DocumentIds { get; init; } = [];

    /// <summary>What the form shows at first, and what a reviewer sees of the work before (<c>submitted</c>, <c>returnReason</c>); null when nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Data { get; init; }

    /// <summary>End of the last day of a key's task; null without deadline.</summary>
    /// <param name="key">The key.</param>
    public DateTimeOffset? DueOf(string key) => DueByKey?.TryGetValue(key, out var own) == true ? own : DueAt;
}
