using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>The product gives a completed task back to whom completed it, because a later task sent it back. Whoever stands in for them gets it.</summary>
public sealed record ReopenTask : TaskCommand
{
    /// <summary>The task that waits for the new submission.</summary>
    public required string ByTaskId { get; init; }

    /// <summary>Who sent it back.</summary>
    public required string ByName { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "被退回";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeCompleted(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var former = new PersonRef(task.EndedById!, task.EndedByName!);

        // What a proxy did goes to whoever stands in for the principal now, or to the principal.
        var meant = task.PrincipalId is { } id && task.AssigneeId == former.Id ? new PersonRef(id, task.PrincipalName!) : former;
        var to = desk.Delegations.Resolve(meant, task.Scope, At);
        var redo = desk.Calendar.AddWorkingDays(OfficeTime.DateOf(At), desk.Policy.RedoWorkingDays).Date;
        var open = task.LiveAgain().GivenTo(to, At) with
        {
            ResubmitToIds = task.ResubmitToIds.With(ByTaskId),
            ReturnReason = Reason,
            DueAt = OfficeTime.EndOf(redo),
            DeadlineText = null,
            DeadlineStart = null,
            UrgedAt = [],
        };
        return new(
            open,
            [Event(task, TaskEventKind.Reopened, $"{ByName}：{Reason}", [to.Assignee.Id])],
            [new NotifyPeople(NoticeKind.SentBack, [to.Assignee.Id], $"{ByName}退回“{task.Title}”：{Reason}。请于{OfficeTime.Day(redo)}前重新提交")]);
    }
}

/// <summary>Only what was completed can be given back to its person.</summary>
/// <param name="task">The task.</param>
public sealed class TaskMustBeCompleted(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"“{task.Title}”没有办结，不能退回给办结人。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.State != TaskState.Completed;
}
