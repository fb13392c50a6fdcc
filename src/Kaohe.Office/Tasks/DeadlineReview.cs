using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Commands;

namespace Kaohe.Office.Tasks;

/// <summary>A deadline that moves when the calendar changes.</summary>
/// <param name="Task">The task.</param>
/// <param name="From">Last day now.</param>
/// <param name="To">Last day by the new calendar.</param>
public sealed record MovedDeadline(HumanTask Task, DateOnly From, DateOnly To);

/// <summary>What a changed calendar does to open deadlines: first shown, then applied.</summary>
public static class DeadlineReview
{
    /// <summary>The deadlines that would move; those set by hand or given as a date stay.</summary>
    /// <param name="tasks">Open tasks.</param>
    /// <param name="calendar">The new calendar.</param>
    public static IReadOnlyList<MovedDeadline> Preview(IEnumerable<HumanTask> tasks, WorkingCalendar calendar) =>
    [
        .. from task in tasks
           where task.IsLive && task.DueAt is not null && task.DeadlineStart is not null
           let spec = DeadlineSpec.Parse(task.DeadlineText).Spec
           where spec is not null
           let @from = OfficeTime.DateOf(task.DueAt!.Value)
           let to = spec.Resolve(task.DeadlineStart!.Value, calendar).Date
           where @from != to
           select new MovedDeadline(task, @from, to),
    ];

    /// <summary>The command that applies one of them.</summary>
    /// <param name="moved">From <see cref="Preview"/>.</param>
    /// <param name="calendarOperationId">One id for the whole change of calendar.</param>
    /// <param name="at">Now.</param>
    public static MoveDeadline Command(MovedDeadline moved, string calendarOperationId, DateTimeOffset at) => new()
    {
        OperationId = $"{calendarOperationId}/{moved.Task.Id}",
        Actor = Actor.System,
        At = at,
        Date = moved.To,
    };
}
