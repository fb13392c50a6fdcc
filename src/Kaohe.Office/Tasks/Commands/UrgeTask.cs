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
        [new TaskMustBeLive(task), new UrgesMustStayWithinDailyLimit(task, At, desk.Policy.UrgesPerDay)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(
        task.Urged(At),
        [Event(task, TaskEventKind.Urged, Message)],
        [new NotifyPeople(NoticeKind.Urged, task.AssigneeId is { } has ? [has] : [], string.IsNullOrWhiteSpace(Message) ? $"请尽快办理“{task.Title}”" : Message)]);
}
