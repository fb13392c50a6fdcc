using System.Collections.Frozen;

namespace Kaohe.Office.Calendar;

/// <summary>
/// Chinese working days: Monday to Friday, less the holidays of the yearly 国办 notice, plus the weekend days it moves (调休).
/// A year without a table knows weekends only, and every answer that touches it says so.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>More working days than any deadline can mean (about 20 years); a guard against a slip of the keyboard.</summary>
    public const int MaximumDays = 5000;

    private readonly FrozenDictionary<DateOnly, (bool Worked, string Name)> days;
    private readonly FrozenSet<int> officialYears;

    private WorkingCalendar(IReadOnlyList<CalendarYear> years)
    {
        Years = years;
        officialYears = years.Where(year => year.IsOfficial).Select(year => year.Year).ToFrozenSet();

        // Ascending, so that a new year's notice decides about the last days of December it reaches back to.
        var table = new Dictionary<DateOnly, (bool, string)>();
        foreach (var year in years)
        {
            foreach (var day in year.DaysOff)
            {
                table[day.Date] = (false, day.Name);
            }

            foreach (var day in year.DaysWorked)
            {
                table[day.Date] = (true, $"{day.Name}调休上班");
            }
        }

        days = table.ToFrozenDictionary();
    }

    /// <summary>A calendar without any table: weekends only, nothing official.</summary>
    public static WorkingCalendar Empty { get; } = new([]);

    /// <summary>The tables it was made from, by year.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    /// <summary>Makes a calendar of tables; of two for one year the later in the sequence counts (entered by the office over shipped).</summary>
    /// <param name="years">Checked tables.</param>
    public static WorkingCalendar Of(IEnumerable<CalendarYear> years) =>
        new([.. years.GroupBy(year => year.Year).Select(group => group.Last()).OrderBy(year => year.Year)]);

    /// <summary>Reads one table from each stream; see <see cref="CalendarYear.Read"/>.</summary>
    /// <param name="tables">Streams of UTF-8 JSON; the caller disposes them.</param>
    public static WorkingCalendar Load(IEnumerable<Stream> tables) => Of(tables.Select(CalendarYear.Read));

    /// <summary>This calendar with one year replaced by what the office entered.</summary>
    /// <param name="year">A table whose <see cref="CalendarYear.Check"/> found nothing.</param>
    public WorkingCalendar With(CalendarYear year) => Of(Years.Append(year));

    /// <summary>Whether the year's notice is published and in the calendar.</summary>
    /// <param name="year">A calendar year.</param>
    public bool IsOfficial(int year) => officialYears.Contains(year);

    /// <summary>What the calendar says of a day.</summary>
    /// <param name="date">The day.</param>
    public DayAnswer Describe(DateOnly date)
    {
        var official = IsOfficial(date.Year);
        return days.TryGetValue(date, out var named)
            ? new DayAnswer(date, named.Worked, official, named.Name)
            : date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? new DayAnswer(date, IsWorkingDay: false, official, "周末")
            : new DayAnswer(date, IsWorkingDay: true, official, "工作日");
    }

    /// <summary>Whether the office works on a day.</summary>
    /// <param name="date">The day.</param>
    public bool IsWorkingDay(DateOnly date) => days.TryGetValue(date, out var named)
        ? named.Worked
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The first working day after a date.</summary>
    /// <param name="date">The day to start after.</param>
    public DateAnswer NextWorkingDay(DateOnly date) => AddWorkingDays(date, 1);

    /// <summary>The date itself when it is a working day, else the first one after it.</summary>
    /// <param name="date">The day to start from.</param>
    public DateAnswer OnOrAfter(DateOnly date) =>
        IsWorkingDay(date) ? Answer(date, date) : Answer(date, NextWorkingDay(date).Date);

    /// <summary>
    /// The n-th working day after (or, negative, before) a date; the day of the start does not count (民法典第二百零一条).
    /// Zero gives the date itself or the next working day.
    /// </summary>
    /// <param name="from">The start.</param>
    /// <param name="count">Working days, between plus and minus <see cref="MaximumDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many days.</exception>
    public DateAnswer AddWorkingDays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaximumDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, -MaximumDays);
        if (count == 0)
        {
            return OnOrAfter(from);
        }

        var step = Math.Sign(count);
        var date = from;
        for (var left = Math.Abs(count); left > 0; left -= IsWorkingDay(date) ? 1 : 0)
        {
            date = date.AddDays(step);
        }

        return Answer(from, date);
    }

    /// <summary>The same day of a later month (its last day when it is shorter), moved to the next working day (民法典第二百零二、二百零三条).</summary>
    /// <param name="from">The start.</param>
    /// <param name="months">Calendar months.</param>
    public DateAnswer AddCalendarMonth(DateOnly from, int months = 1) => Answer(from, OnOrAfter(from.AddMonths(months)).Date);

    /// <summary>A date some calendar days later, moved to the next working day (民法典第二百零三条); the clock of 复核 and 申诉.</summary>
    /// <param name="from">The start, which does not count.</param>
    /// <param name="count">Calendar days.</param>
    public DateAnswer AddCalendarDays(DateOnly from, int count) => Answer(from, OnOrAfter(from.AddDays(count)).Date);

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>: 还剩几个工作日. Negative when it is past.</summary>
    /// <param name="from">Today; does not count.</param>
    /// <param name="to">The last day; counts.</param>
    public CountAnswer WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var (first, last) = from <= to ? (from, to) : (to, from);
        var count = 0;
        for (var date = first; date < last;)
        {
            date = date.AddDays(1);
            count += IsWorkingDay(date) ? 1 : 0;
        }

        var answer = Answer(first, last);
        return new CountAnswer(from <= to ? count : -count, answer.IsOfficial, answer.Note);
    }

    private DateAnswer Answer(DateOnly from, DateOnly to)
    {
        var (first, last) = from <= to ? (from.Year, to.Year) : (to.Year, from.Year);
        var official = Enumerable.Range(first, last - first + 1).All(IsOfficial);
        return new DateAnswer(to, official, CalendarNote.For(official, first, last));
    }
}
