using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>委派: the assignee lends the task to somebody who prepares it and gives it back; the owner completes it.</summary>
public sealed record DelegateTask : TaskCommand
{
    /// <summary>To whom.</summary>
    public required string ToId { get; init; }

    /// <summary>What is wanted.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "委派";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Act;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
    [
        new TaskMustNotBeLent(task),
        new TargetMustBeActive(ToId, desk.Directory),
        new TargetMustBeAnother(ToId, task),
        new TargetMustBeOfTheUnit(ToId, task, desk.Directory),
        new ReasonMustBeGiven(Reason, "委派"),
        .. desk.Receivers(task, ToId, At).Select(receiver => new ApproverMustNotBeSubmitter(task, receiver)),
    ];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var to = desk.Receiver(task, ToId, At);
        var lent = task.GivenTo(to, At) with
        {
            State = TaskState.Delegated,
            OwnerId = task.AssigneeId,
            OwnerName = task.AssigneeName,

            // The owner may be a proxy; the principal stays on record and returns with the task.
            PrincipalId = task.PrincipalId,
            PrincipalName = task.PrincipalName,
        };
        return new(
            lent,
            [Event(task, TaskEventKind.Delegated, Join(to.Describe(), Reason), [to.Assignee.Id])],
            [new NotifyPeople(NoticeKind.TaskGiven, [to.Assignee.Id], $"{Actor.Name}委派：{task.Title}，办好后请交回")]);
    }
}
