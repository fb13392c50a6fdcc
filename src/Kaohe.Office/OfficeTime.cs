using System.Globalization;

namespace Kaohe.Office;

/// <summary>Dates and clock times as the office reads them: Asia/Shanghai, Chinese wording.</summary>
public static class OfficeTime
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Asia/Shanghai; +08:00 all year since 1992, which also serves a host without a time zone table.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "中国标准时间", "中国标准时间");

    /// <summary>The same instant with the office's offset.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The calendar date in the office at an instant.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The clock time in the office at an instant.</summary>
    /// <param name="instant">Any instant.</param>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>A date and clock time of the office as an instant.</summary>
    /// <param name="date">The date in the office.</param>
    /// <param name="time">The clock time in the office.</param>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>The last second of a date: 民法典第二百零三条, a period ends at 24:00 of its last day.</summary>
    /// <param name="date">The last day of a period.</param>
    public static DateTimeOffset EndOf(DateOnly date) => At(date, new TimeOnly(23, 59, 59));

    /// <summary>"3月2日"; with the year, "2025年3月2日", when it is another than <paramref name="thisYear"/>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="thisYear">The reader's year, or none to leave the year out.</param>
    public static string Day(DateOnly date, int? thisYear = null) =>
        date.ToString(thisYear is null || thisYear == date.Year ? "M月d日" : "yyyy年M月d日", Chinese);

    /// <summary>"3月2日 16:20", with the year as in <see cref="Day"/>.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="thisYear">The reader's year, or none to leave the year out.</param>
    public static string Moment(DateTimeOffset instant, int? thisYear = null) =>
        $"{Day(DateOf(instant), thisYear)} {TimeOf(instant).ToString("HH:mm", Chinese)}";
}
