using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>放回: the assignee puts the task back for the other candidates; the draft stays with the task.</summary>
public sealed record ReleaseTask : TaskCommand
{
    /// <inheritdoc/>
    public override string Verb => "放回";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Act;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
        [new TaskMustNotBeLent(task), new SomebodyElseMustBeAbleToClaim(task, desk.Directory)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task with { State = TaskState.Open, AssigneeId = null, AssigneeName = null, PrincipalId = null, PrincipalName = null, AssignedAt = null },
        [Event(task, TaskEventKind.Released)],
        [new NotifyPeople(NoticeKind.TaskGiven, [], $"{Actor.Name}放回了“{task.Title}”，可以签收")]);
}
