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

        return OfficeTime.EndOf(calendar.OnOrAfter(spec.Resolve(start, calendar).Date).Date);
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

    /// <summary>The first moment at which a deadline has passed: midnight after its last day.</summary>
    public static DateTimeOffset Passed(DateTimeOffset due) => due.AddSeconds(1);

    /// <summary>When work goes on after a period: nine in the morning of the first working day after its last day.</summary>
    public static DateTimeOffset MorningAfter(DateTimeOffset due) =>
        OfficeTime.At(ActivityCalendar.Current.NextWorkingDay(OfficeTime.DateOf(due)).Date, new TimeOnly(9, 0));
}
