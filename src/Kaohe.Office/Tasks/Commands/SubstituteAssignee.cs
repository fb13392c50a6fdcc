using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>换人: the office gives the task to somebody else, whoever has it.</summary>
public sealed record SubstituteAssignee : TaskCommand
{
    /// <summary>To whom.</summary>
    public required string ToId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "换人";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Manage;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
    [
        new TaskMustBeLive(task),
        new TargetMustBeActive(ToId, desk.Directory),
        new TargetMustBeAnother(ToId, task),
        new TargetMustBeOfTheUnit(ToId, task, desk.Directory),
        new ReasonMustBeGiven(Reason, Verb),
        .. desk.Receivers(task, ToId, At).Select(receiver => new ApproverMustNotBeSubmitter(task, receiver)),
    ];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var to = desk.Receiver(task, ToId, At);
        var keeps = task.State is TaskState.Waiting or TaskState.Suspended;
        var given = (task.GivenTo(to, At) with { State = keeps ? task.State : TaskState.Assigned }).WithoutOwner();
        List<TaskFollowUp> after = [new NotifyPeople(NoticeKind.TaskGiven, [to.Assignee.Id], $"{Actor.Name}请您办理：{task.Title}")];
        if (task.AssigneeId is { } former)
        {
            after.Add(new NotifyPeople(NoticeKind.TaskTaken, [former], $"“{task.Title}”改由{to.Assignee.Name}办理：{Reason}"));
        }

        return new(given, [Event(task, TaskEventKind.Substituted, Join($"{task.AssigneeName ?? "无人"}换为{to.Describe()}", Reason), [to.Assignee.Id])], after);
    }
}
