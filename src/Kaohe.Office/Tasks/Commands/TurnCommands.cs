using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>The product lets a signer's task wait: somebody was added before, or an earlier answer was taken back.</summary>
public sealed record WaitForTurn : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "等待";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeLive(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) =>
        new(task with { State = TaskState.Waiting }, [Event(task, TaskEventKind.TurnChanged, Reason)], []);
}

/// <summary>The product gives a waiting signer the turn.</summary>
public sealed record TakeTurn : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "轮到办理";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeLive(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task with { State = task.AssigneeId is null ? TaskState.Open : task.OwnerId is null ? TaskState.Assigned : TaskState.Delegated },
        [Event(task, TaskEventKind.TurnChanged, Reason)],
        [new NotifyPeople(NoticeKind.TaskGiven, task.AssigneeId is { } has ? [has] : [], $"轮到您办理“{task.Title}”")]);
}

/// <summary>The product ends a signer's task: others have decided, or the signer was taken away (减签).</summary>
public sealed record DropTask : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "不再需要办理";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeLive(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task.Ended(TaskState.NotNeeded, Actor, At, outcome: null, Reason).WithoutOwner(),
        [Event(task, TaskEventKind.Closed, Reason)],
        task.AssigneeId is { } has ? [new NotifyPeople(NoticeKind.TaskTaken, [has], $"“{task.Title}”不用再办理：{Reason}")] : []);
}
