using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>The task goes with its flow: the instance was cancelled, or took another way. Nothing is resumed, so only the product does it; a person cancels the flow, or closes the task.</summary>
public sealed record CancelTask : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "取消";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeLive(task), new ReasonMustBeGiven(Reason, Verb)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task.Ended(TaskState.Cancelled, Actor, At, outcome: null, Reason).WithoutOwner(),
        [Event(task, TaskEventKind.Cancelled, Reason)],
        task.AssigneeId is { } has ? [new NotifyPeople(NoticeKind.TaskTaken, [has], $"“{task.Title}”已取消：{Reason}")] : []);
}
