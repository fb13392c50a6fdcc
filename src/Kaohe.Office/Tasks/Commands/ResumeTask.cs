using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>
/// The product lets a suspended task go on with whom had it (or open to its candidates). If the policy says so, the deadline moves by the
/// working days it stood still.
/// </summary>
public sealed record ResumeTask : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "继续";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeSuspended(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var live = task with
        {
            State = (task.AssigneeId, task.OwnerId) switch
            {
                (null, _) => TaskState.Open,
                (_, null) => TaskState.Assigned,
                _ => TaskState.Delegated,
            },
            SuspendedAt = null,
            DueAt = Due(task, desk),
        };
        List<TaskFollowUp> after = [new NotifyPeople(NoticeKind.TaskGiven, task.AssigneeId is { } has ? [has] : [], $"{Reason}，请继续办理“{task.Title}”")];
        if (task is { RoundId: { } round, SeatId: { } seat })
        {
            after.Add(new ResumeRound(round, seat));
        }

        return new(live, [Event(task, TaskEventKind.Resumed, Reason)], after);
    }

    private DateTimeOffset? Due(HumanTask task, TaskDesk desk)
    {
        if (!desk.Policy.PauseWhileReturned || task.DueAt is not { } due || task.SuspendedAt is not { } since)
        {
            return task.DueAt;
        }

        var stood = desk.Calendar.WorkingDaysBetween(OfficeTime.DateOf(since), OfficeTime.DateOf(At)).Days;
        return stood == 0 ? due : OfficeTime.At(desk.Calendar.AddWorkingDays(OfficeTime.DateOf(due), stood).Date, OfficeTime.TimeOf(due));
    }
}

/// <summary>Only what was suspended goes on.</summary>
/// <param name="task">The task.</param>
public sealed class TaskMustBeSuspended(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"“{task.Title}”没有暂停，不需要继续。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.State != TaskState.Suspended;
}
