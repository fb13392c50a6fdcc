using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>The product lets a task wait, because the submission before it was pulled back (撤回) or a fellow signer sent the matter back.</summary>
public sealed record SuspendTask : TaskCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "暂停";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeLive(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task with { State = TaskState.Suspended, SuspendedAt = task.SuspendedAt ?? At },
        [Event(task, TaskEventKind.Suspended, Reason)],
        task.AssigneeId is { } has ? [new NotifyPeople(NoticeKind.TaskTaken, [has], $"“{task.Title}”暂停：{Reason}")] : []);
}
