namespace Kaohe.Office.Calendar;

/// <summary>What a year's table must look like before it may change anybody's deadline.</summary>
internal static class CalendarYearCheck
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static IReadOnlyList<Problem> Run(CalendarYear table) =>
    [
        .. Head(table),
        .. table.DaysOff.SelectMany((day, index) => Day(table, day, $"daysOff[{index}]")),
        .. table.DaysWorked.SelectMany((day, index) => Day(table, day, $"daysWorked[{index}]")),
        .. table.DaysWorked.SelectMany((day, index) => Worked(table, day, $"daysWorked[{index}]")),
        .. Doubles(table.DaysOff, "daysOff"),
        .. Doubles(table.DaysWorked, "daysWorked"),
    ];

    private static IEnumerable<Problem> Head(CalendarYear table)
    {
        if (table.Year is < FirstYear or > LastYear)
        {
            yield return new("YearOutOfRange", "year", $"年份应在{FirstYear}到{LastYear}之间，现在是{table.Year}。");
        }

        if (string.IsNullOrWhiteSpace(table.Source))
        {
            yield return new("SourceMissing", "source", "请写明放假安排的来源，例如国办通知的文号。");
        }
    }

    // A 元旦 holiday may begin in the last days of the year before; its notice is the new year's.
    private static IEnumerable<Problem> Day(CalendarYear table, NamedDay day, string path)
    {
        var belongs = day.Date.Year == table.Year || (day.Date.Year == table.Year - 1 && day.Date is { Month: 12, Day: >= 20 });
        if (!belongs)
        {
            yield return new("DayOutsideYear", path, $"{day.Date:yyyy-MM-dd}不属于{table.Year}年的放假安排，请改正日期。");
        }

        if (string.IsNullOrWhiteSpace(day.Name))
        {
            yield return new("NameMissing", path, $"请写明{day.Date:yyyy-MM-dd}属于哪个节日。");
        }
    }

    private static IEnumerable<Problem> Worked(CalendarYear table, NamedDay day, string path)
    {
        if (day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            yield return new("WorkedDayNotWeekend", path, $"{day.Date:yyyy-MM-dd}本来就是星期一至星期五，不必列为调休上班日。");
        }

        if (table.DaysOff.Any(off => off.Date == day.Date))
        {
            yield return new("DayBothOffAndWorked", path, $"{day.Date:yyyy-MM-dd}同时列为放假和上班，请只保留一处。");
        }
    }

    private static IEnumerable<Problem> Doubles(IReadOnlyList<NamedDay> days, string path) =>
        days.GroupBy(day => day.Date).Where(group => group.Count() > 1)
            .Select(group => new Problem("DayListedTwice", path, $"{group.Key:yyyy-MM-dd}列了两次，请删去一处。"));
}
