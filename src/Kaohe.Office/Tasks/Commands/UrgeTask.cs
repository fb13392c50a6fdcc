using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>催办: reminds whom the task waits for; limited per day.</summary>
public sealed record UrgeTask : TaskCommand
{
    /// <summary>Words to the person.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public override string Verb => "催办";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Urge;

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
        [new TaskMustBeLive(task), new TaskMustWaitForItsPerson(task), new UrgesMustStayWithinDailyLimit(task, At, desk.Policy.UrgesPerDay)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task.Urged(At),
        [Event(task, TaskEventKind.Urged, Message)],
        [new NotifyPeople(NoticeKind.Urged, task.AssigneeId is { } has ? [has] : [], string.IsNullOrWhiteSpace(Message) ? $"请尽快办理“{task.Title}”" : Message)]);
}

/// <summary>Urging somebody who cannot act (not their turn, or waiting for a resubmission) would be noise.</summary>
/// <param name="task">The task.</param>
public sealed class TaskMustWaitForItsPerson(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => task.State == TaskState.Suspended
        ? $"“{task.Title}”正在等待重新提交，请催办正在修改的任务。"
        : $"“{task.Title}”还没有轮到{task.AssigneeName}，请催办前面的签署人。";

    /// <inheritdoc/>
    public override bool IsBroken() => task.State is TaskState.Waiting or TaskState.Suspended;
}
