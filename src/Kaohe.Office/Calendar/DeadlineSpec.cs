namespace Kaohe.Office.Calendar;

/// <summary>How a deadline is given.</summary>
public enum DeadlineKind
{
    /// <summary>A fixed date.</summary>
    Date,

    /// <summary>Calendar days from the start.</summary>
    Days,

    /// <summary>Working days from the start.</summary>
    WorkingDays,

    /// <summary>Calendar months from the start.</summary>
    Months,
}

/// <summary>A deadline as the designer of a flow gives it: a date, or days, working days or months from the start.</summary>
/// <param name="Kind">How it is given.</param>
/// <param name="Amount">Days or months; negative for 提前 (before the start); 0 for a date.</param>
/// <param name="Date">The date, for <see cref="DeadlineKind.Date"/>.</param>
public sealed record DeadlineSpec(DeadlineKind Kind, int Amount, DateOnly? Date = null)
{
    /// <summary>A fixed date.</summary>
    /// <param name="date">The last day.</param>
    public static DeadlineSpec On(DateOnly date) => new(DeadlineKind.Date, 0, date);

    /// <summary>Working days from the start.</summary>
    /// <param name="count">Working days.</param>
    public static DeadlineSpec InWorkingDays(int count) => new(DeadlineKind.WorkingDays, count);

    /// <summary>Calendar days from the start; a last day off moves to the next working day.</summary>
    /// <param name="count">Calendar days.</param>
    public static DeadlineSpec InDays(int count) => new(DeadlineKind.Days, count);

    /// <summary>Calendar months from the start; a last day off moves to the next working day.</summary>
    /// <param name="count">Months.</param>
    public static DeadlineSpec InMonths(int count) => new(DeadlineKind.Months, count);

    /// <summary>Reads what a designer typed: <c>10个工作日</c>, <c>5天</c>, <c>1个月</c>, <c>提前3个工作日</c>, <c>2026-03-31</c>.</summary>
    /// <param name="text">The text; full-width digits and 一…九十九 are understood.</param>
    /// <param name="path">Where the text stands, for the problem.</param>
    public static DeadlineReading Parse(string? text, string path = "") => DeadlineParser.Read(text, path);

    /// <summary>The last day, when the work starts on a day.</summary>
    /// <param name="start">First day; it does not count.</param>
    /// <param name="calendar">Which days are worked.</param>
    public DateAnswer Resolve(DateOnly start, WorkingCalendar calendar) => Kind switch
    {
        DeadlineKind.Date => Fixed(Date ?? start, calendar),
        DeadlineKind.Days => calendar.AddCalendarDays(start, Amount),
        DeadlineKind.WorkingDays => calendar.AddWorkingDays(start, Amount),
        _ => calendar.AddCalendarMonth(start, Amount),
    };

    /// <summary>What is wrong with the deadline for work that starts on a day: a day off, or a date already past.</summary>
    /// <param name="start">First day.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="path">Where the deadline stands, for the problems.</param>
    public IReadOnlyList<Problem> Check(DateOnly start, WorkingCalendar calendar, string path = "") =>
        OfficeRule.Check([new DeadlineMustBeWorkingDay(this, calendar, path), new DeadlineMustNotBePast(this, start, path)]);

    /// <summary>The deadline as it would be typed.</summary>
    public override string ToString() => (Kind, Amount) switch
    {
        (DeadlineKind.Date, _) => $"{Date:yyyy-MM-dd}",
        (_, < 0) => $"提前{-Amount}{Unit}",
        _ => $"{Amount}{Unit}",
    };

    private string Unit => Kind switch { DeadlineKind.Days => "天", DeadlineKind.WorkingDays => "个工作日", _ => "个月" };

    private static DateAnswer Fixed(DateOnly date, WorkingCalendar calendar)
    {
        var day = calendar.Describe(date);
        return new DateAnswer(date, day.IsOfficial, day.Note);
    }
}

/// <summary>What came of reading a typed deadline.</summary>
/// <param name="Spec">The deadline, or none when there is a problem.</param>
/// <param name="Problem">What is wrong with the text, or none.</param>
public sealed record DeadlineReading(DeadlineSpec? Spec, Problem? Problem);
