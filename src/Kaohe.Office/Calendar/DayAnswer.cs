namespace Kaohe.Office.Calendar;

/// <summary>What the calendar says of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsWorkingDay">Whether the office works.</param>
/// <param name="IsOfficial">False when the year has no published table: weekends only were taken as days off.</param>
/// <param name="Name">春节, 春节调休上班, 周末 or 工作日.</param>
public sealed record DayAnswer(DateOnly Date, bool IsWorkingDay, bool IsOfficial, string Name)
{
    /// <summary>Chinese note for the reader when the table is not published; else none.</summary>
    public string? Note => CalendarNote.For(IsOfficial, Date.Year, Date.Year);
}

/// <summary>A computed date.</summary>
/// <param name="Date">The answer.</param>
/// <param name="IsOfficial">False when any year on the way has no published table.</param>
/// <param name="Note">Chinese note (未公布) when not official; else none.</param>
public sealed record DateAnswer(DateOnly Date, bool IsOfficial, string? Note);

/// <summary>A computed number of working days.</summary>
/// <param name="Days">Working days; negative when the end lies before the start.</param>
/// <param name="IsOfficial">False when any year on the way has no published table.</param>
/// <param name="Note">Chinese note (未公布) when not official; else none.</param>
public sealed record CountAnswer(int Days, bool IsOfficial, string? Note);

/// <summary>The one wording for a year without a published table.</summary>
internal static class CalendarNote
{
    public static string? For(bool isOfficial, int firstYear, int lastYear) => (isOfficial, firstYear == lastYear) switch
    {
        (true, _) => null,
        (_, true) => $"{firstYear}年放假安排未公布，暂按周末休息计算",
        _ => $"{firstYear}至{lastYear}年中有放假安排未公布的年份，暂按周末休息计算",
    };
}
