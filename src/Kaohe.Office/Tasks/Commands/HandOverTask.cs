using Kaohe.Office.People;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>转办: the assignee gives the task to somebody else for good; a proxy of that person gets it when one stands in.</summary>
public sealed record HandOverTask : TaskCommand
{
    /// <summary>To whom.</summary>
    public required string ToId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "转办";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Act;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
    [
        new TaskMustNotBeLent(task),
        new TargetMustBeActive(ToId, desk.Directory),
        new TargetMustBeAnother(ToId, task),
        new TargetMustBeOfTheUnit(ToId, task, desk.Directory),
        new ReasonMustBeGiven(Reason, Verb),
        .. desk.Receivers(task, ToId, At).Select(receiver => new ApproverMustNotBeSubmitter(task, receiver)),
    ];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var to = desk.Receiver(task, ToId, At);
        return new(
            task.GivenTo(to, At),
            [Event(task, TaskEventKind.HandedOver, Join(to.Describe(), Reason), [to.Assignee.Id])],
            [new NotifyPeople(NoticeKind.TaskGiven, [to.Assignee.Id], $"{Actor.Name}转办：{task.Title}")]);
    }
}
