using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>
/// The product lets a suspended task go on with whom had it (or open to its candidates). If the flow or else the policy says so, the deadline moves by the
/// working days it stood still, and is then a date of its own: a changed calendar must not take the days back.
/// </summary>
public sealed record ResumeTask : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who submitted anew what is decided here.</summary>
    public IReadOnlyList<string> SubmitterIds { get; init; } = [];

    /// <inheritdoc/>
    public override string Verb => "继续";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeSuspended(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var submitted = task with { SubmitterIds = task.SubmitterIds.With(SubmitterIds) };
        var live = WithDue(WithoutSubmitter(submitted), Due(task, desk)) with { SuspendedAt = null };
        List<TaskFollowUp> after = [new NotifyPeople(NoticeKind.TaskGiven, live.AssigneeId is { } has ? [has] : [], $"{Reason}，请继续办理“{task.Title}”")];
        if (task is { RoundId: { } round, SeatId: { } seat })
        {
            after.Add(new ResumeRound(round, seat));
        }

        return new(live, [Event(task, TaskEventKind.Resumed, live.AssigneeId == task.AssigneeId ? Reason : $"{Reason}；{task.AssigneeName}成为提交人，不能审批，待他人签收或由考核办换人")], after);
    }

    // Whoever has taken over the submission in the meantime must not decide about it: the task is open again for the others.
    private static HumanTask WithoutSubmitter(HumanTask task) =>
        task.IsApproval && new[] { task.AssigneeId, task.PrincipalId, task.OwnerId }.OfType<string>().Any(task.SubmitterIds.Contains)
            ? task.WithoutOwner() with { State = TaskState.Open, AssigneeId = null, AssigneeName = null, PrincipalId = null, PrincipalName = null, AssignedAt = null }
            : task with
            {
                State = (task.AssigneeId, task.OwnerId) switch
                {
                    (null, _) => TaskState.Open,
                    (_, null) => TaskState.Assigned,
                    _ => TaskState.Delegated,
                },
            };

    private static HumanTask WithDue(HumanTask task, DateTimeOffset? due) => due == task.DueAt ? task : task with { DueAt = due, DeadlineText = null, DeadlineStart = null };

    private DateTimeOffset? Due(HumanTask task, TaskDesk desk)
    {
        if (!(task.PausesWhileReturned ?? desk.Policy.PauseWhileReturned) || task.DueAt is not { } due || task.SuspendedAt is not { } since)
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
