using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>The product moves a deadline because the calendar changed; unlike <see cref="ChangeDeadline"/> it stays computed.</summary>
public sealed record MoveDeadline : TaskCommand
{
    /// <summary>New last day.</summary>
    public required DateOnly Date { get; init; }

    /// <inheritdoc/>
    public override string Verb => "日历调整";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.System;

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) => [new TaskMustBeLive(task)];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var text = $"期限改为{OfficeTime.Day(Date)}";
        return new(
            task with { DueAt = OfficeTime.EndOf(Date) },
            [Event(task, TaskEventKind.DeadlineChanged, text)],
            [new NotifyPeople(NoticeKind.DeadlineChanged, task.AssigneeId is { } has ? [has] : [], $"放假安排有变化，“{task.Title}”{text}")]);
    }
}
