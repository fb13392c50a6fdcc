namespace Kaohe.Office.Tasks.Commands;

/// <summary>交回: a lent task returns to its owner, given back by who has it or called back by the owner.</summary>
public sealed record GiveBackTask : TaskCommand
{
    /// <summary>What was done, for the owner.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override string Verb => "交回";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.GiveBack;

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var calledBack = Actor.Id == task.OwnerId;
        var back = (task with
        {
            State = TaskState.Assigned,
            AssigneeId = task.OwnerId,
            AssigneeName = task.OwnerName,
            AssignedAt = At,
        }).WithoutOwner();
        return new(
            back,
            [Event(task, TaskEventKind.GivenBack, Note, [task.OwnerId!], calledBack ? "收回委派" : Verb) with { PrincipalName = null }],
            calledBack
                ? [new NotifyPeople(NoticeKind.TaskTaken, [task.AssigneeId!], $"{Actor.Name}收回了委派的“{task.Title}”")]
                : [new NotifyPeople(NoticeKind.TaskGiven, [task.OwnerId!], $"{Actor.Name}交回：{task.Title}")]);
    }
}
