using Kaohe.Office.Calendar;
using Kaohe.Office.Tasks.Rules;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>The office sets another deadline, with a reason. Whoever fills in the form is not disturbed.</summary>
public sealed record ChangeDeadline : TaskCommand
{
    /// <summary>New last day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Verb => "改期限";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Manage;

    /// <inheritdoc/>
    public override bool ChangesRevision => false;

    internal override IEnumerable<OfficeRule> Rules(HumanTask task, TaskDesk desk) =>
    [
        new TaskMustBeLive(task),
        new DeadlineMustBeWorkingDay(DeadlineSpec.On(Date), desk.Calendar, "date"),
        new DeadlineMustNotBePast(DeadlineSpec.On(Date), OfficeTime.DateOf(At), "date"),
        new ReasonMustBeGiven(Reason, Verb),
    ];

    internal override TaskChange Apply(HumanTask task, TaskDesk desk)
    {
        var from = task.DueAt is { } due ? OfficeTime.Day(OfficeTime.DateOf(due)) : "不限时";
        var text = $"{from}改为{OfficeTime.Day(Date)}";
        return new(
            task with { DueAt = OfficeTime.EndOf(Date), DeadlineText = null, DeadlineStart = null },
            [Event(task, TaskEventKind.DeadlineChanged, Join(text, Reason))],
            [new NotifyPeople(NoticeKind.DeadlineChanged, task.AssigneeId is { } has ? [has] : [], $"“{task.Title}”的期限由{text}：{Reason}")]);
    }
}
