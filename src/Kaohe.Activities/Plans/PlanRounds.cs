using System.Globalization;
using Kaohe.Office;
using Kaohe.Office.Calendar;

namespace Kaohe.Activities.Plans;

/// <summary>
/// Rounds of a step that is held several times in the assessed year (督查: quarterly). The year is cut into as many equal periods; each round looks at its
/// own. Each begins on the first working day of the last month of its period, or on the working day after the round before has ended when that is later: its
/// figures are those of the end of the period. Where that day has passed when the step begins, the first begins with the step. A year that
/// is started late holds the rounds that are still ahead. What is held once, or of what only the last round is left, begins with the step: the year's assessment waits for it.
/// </summary>
/// <param name="Year">The assessed year.</param>
/// <param name="Count">Rounds of a whole year, 1 to 12.</param>
/// <param name="First">The round with which the step began, from 1.</param>
/// <param name="Number">The round that is held.</param>
public sealed record PlanRounds(int Year, int Count, int First, int Number)
{
    /// <summary>Most rounds a year: one a month.</summary>
    public const int Most = 12;

    private const int Months = 12;
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly string[] Halves = ["上半年", "下半年"];
    private static readonly string[] Quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

    /// <summary>Whether no round follows.</summary>
    public bool IsLast => Number >= Count;

    /// <summary>Whether the step holds more than one round.</summary>
    public bool HasSeveral => First < Count;

    /// <summary>The following round.</summary>
    public PlanRounds Next => this with { Number = Number + 1 };

    /// <summary>Name of the round, for example 第二季度.</summary>
    public string Name => Count switch
    {
        2 => Halves[Number - 1],
        4 => Quarters[Number - 1],
        _ => string.Create(CultureInfo.InvariantCulture, $"第{Number}轮"),
    };

    /// <summary>The months that the round looks at, as papers name them: 第二季度, 上半年, 11月, 1—2月; 全年 where there is one round.</summary>
    public string Span => (Count, From: LastMonth(Number - 1) + 1, To: LastMonth(Number)) switch
    {
        (1, _, _) => "全年",
        (2 or 4, _, _) => Name,
        var (_, from, to) when from == to => string.Create(CultureInfo.InvariantCulture, $"{to}月"),
        var (_, from, to) => string.Create(CultureInfo.InvariantCulture, $"{from}—{to}月"),
    };

    /// <summary>The period whose figures the round looks at: a quarter, or the year itself in the last round. Figures count from the first of January.</summary>
    public string Period => IsLast
        ? Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Year}Q{(LastMonth(Number) + 2) / 3}");

    /// <summary>A step that is held once.</summary>
    public static PlanRounds Once(int year) => new(year, 1, 1, 1);

    /// <summary>The rounds of a step that begins on a day.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="count">Rounds of a whole year; what is out of range is brought into it.</param>
    /// <param name="today">The day.</param>
    public static PlanRounds From(int year, int count, DateOnly today)
    {
        var rounds = Math.Clamp(count, 1, Most);
        var month = today.Year < year ? 1 : today.Year > year ? Months : today.Month;
        var first = Enumerable.Range(1, rounds).First(number => LastMonth(number, rounds) >= month);
        return new PlanRounds(year, rounds, first, first);
    }

    /// <summary>When the round begins: nine in the morning of the first working day of its period's last month.</summary>
    /// <param name="calendar">Working days.</param>
    public DateTimeOffset BeginsAt(WorkingCalendar calendar) => OfficeTime.At(calendar.OnOrAfter(new DateOnly(Year, LastMonth(Number), 1)).Date, Morning);

    /// <summary>When the first round begins, where that is later than the step does; null when it begins with the step.</summary>
    /// <param name="now">When the step begins.</param>
    /// <param name="calendar">Working days.</param>
    public DateTimeOffset? FirstWaitsUntil(DateTimeOffset now, WorkingCalendar calendar) => HasSeveral && Number == First && BeginsAt(calendar) is var at && at > now ? at : null;

    private static int LastMonth(int number, int rounds) => ((Months * number) + rounds - 1) / rounds;

    private int LastMonth(int number) => LastMonth(number, Count);
}
