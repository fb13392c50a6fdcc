namespace Kaohe.Office.Tasks;

/// <summary>A reminder some working days before the deadline.</summary>
/// <param name="WorkingDaysBefore">Working days before the last day; 0 is the last day itself.</param>
/// <param name="At">Office time of day.</param>
public sealed record ReminderStep(int WorkingDaysBefore, TimeOnly At);

/// <summary>Whom to tell when the deadline has passed.</summary>
public enum EscalationTarget
{
    /// <summary>The person who has the task.</summary>
    Assignee,

    /// <summary>The head of the unit that was asked.</summary>
    UnitHead,

    /// <summary>A role, by default 考核办.</summary>
    Role,
}

/// <summary>One rung of the escalation ladder.</summary>
/// <param name="WorkingDaysAfter">Working days after the last day.</param>
/// <param name="At">Office time of day.</param>
/// <param name="Target">Whom.</param>
/// <param name="Role">Role code, for <see cref="EscalationTarget.Role"/>.</param>
public sealed record EscalationStep(int WorkingDaysAfter, TimeOnly At, EscalationTarget Target, string? Role = null);

/// <summary>When to remind before a deadline and whom to tell after it; data of the step, editable.</summary>
public sealed record ReminderPlan
{
    /// <summary>No reminders.</summary>
    public static ReminderPlan None { get; } = new();

    /// <summary>Before the deadline.</summary>
    public IReadOnlyList<ReminderStep> Reminders { get; init; } = [];

    /// <summary>After the deadline.</summary>
    public IReadOnlyList<EscalationStep> Escalations { get; init; } = [];
}
