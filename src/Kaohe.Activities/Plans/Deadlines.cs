using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Plans;

/// <summary>Turns the deadline that the office typed into the end of a working day.</summary>
public static class Deadlines
{
    /// <summary>End of the last day. A date that an expression gives and that falls on a day off moves to the next working day (民法典第二百零三条).</summary>
    /// <param name="text">Like <c>10个工作日</c> or <c>2027-01-15</c>.</param>
    /// <param name="start">First day; it does not count.</param>
    /// <param name="what">What the deadline is for, for the message.</param>
    /// <exception cref="WorkflowException">The text cannot be read.</exception>
    public static DateTimeOffset Resolve(string? text, DateOnly start, string what)
    {
        var calendar = ActivityCalendar.Current;
        var reading = DeadlineSpec.Parse(text);
        if (reading.Spec is not { } spec)
        {
            throw new WorkflowException($"“{what}”的期限不对：{reading.Problem!.Message}");
        }

        return EndOf(spec.Resolve(start, calendar).Date);
    }

    /// <summary>
    /// The deadline text that counts in one of several rounds. A date that an expression gives may lie before a later round begins, and everything asked for in it would be
    /// overdue at birth: that round has the time that the step has where the office sets none.
    /// </summary>
    /// <param name="text">What the office set.</param>
    /// <param name="otherwise">What the step has by itself; null for a block.</param>
    /// <param name="start">First day of the round.</param>
    /// <param name="what">What the deadline is for, for the message.</param>
    /// <exception cref="WorkflowException">The text cannot be read.</exception>
    public static string OfRound(string text, string? otherwise, DateOnly start, string what) =>
        string.IsNullOrWhiteSpace(text) || otherwise is null || OfficeTime.DateOf(Resolve(text, start, what)) >= start ? text : otherwise;

    /// <summary>A deadline, or the end of the latest of some days where that is later.</summary>
    /// <param name="due">The deadline.</param>
    /// <param name="days">The days; one that is not worked moves to the next working day.</param>
    public static DateTimeOffset NotBefore(DateTimeOffset due, IEnumerable<DateOnly> days) =>
        days.Select(EndOf).Append(due).Max();

    /// <summary>
    /// When a unit with a last day of its own owes what it is asked for on a day: at the end of its last day; where that is over, in the time that the step has as
    /// designed, counted from today. Never later than the step, and never before today.
    /// </summary>
    /// <param name="lastDay">The unit's last day.</param>
    /// <param name="designed">The step's deadline as designed.</param>
    /// <param name="step">The step's deadline.</param>
    /// <param name="today">The day on which it is asked.</param>
    /// <param name="what">What the deadline is for, for the message.</param>
    /// <exception cref="WorkflowException">The text cannot be read.</exception>
    public static DateTimeOffset OfUnit(DateOnly lastDay, string designed, DateTimeOffset step, DateOnly today, string what)
    {
        var own = lastDay >= today || string.IsNullOrWhiteSpace(designed) ? EndOf(lastDay) : Resolve(designed, today, what);
        var earlier = own < step ? own : step;
        return NotBefore(earlier, [today]);
    }

    /// <summary>The first moment at which a deadline has passed: midnight after its last day.</summary>
    public static DateTimeOffset Passed(DateTimeOffset due) => due.AddSeconds(1);

    /// <summary>When work goes on after a period: nine in the morning of the first working day after its last day.</summary>
    public static DateTimeOffset MorningAfter(DateTimeOffset due) =>
        OfficeTime.At(ActivityCalendar.Current.NextWorkingDay(OfficeTime.DateOf(due)).Date, new TimeOnly(9, 0));

    // A day that is not worked moves to the next working day.
    private static DateTimeOffset EndOf(DateOnly day) => OfficeTime.EndOf(ActivityCalendar.Current.OnOrAfter(day).Date);
}
