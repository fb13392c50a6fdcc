using System.Globalization;
using Kaohe.Office;

namespace Kaohe.Server.Shell.Components;

/// <summary>Times as pages show them, in the office's time zone and with the year.</summary>
public static class ShownTime
{
    private static readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>"2026年3月2日 16:20".</summary>
    /// <param name="instant">Any instant.</param>
    public static string Moment(DateTimeOffset instant) => OfficeTime.Local(instant).ToString("yyyy年M月d日 HH:mm", _chinese);

    /// <summary>"2026年3月2日 周一 16:20", for where a deadline is decided on.</summary>
    /// <param name="instant">Any instant.</param>
    public static string Full(DateTimeOffset instant) => OfficeTime.Local(instant).ToString("yyyy年M月d日 ddd HH:mm", _chinese);

    /// <summary>"2026年3月2日 周一".</summary>
    /// <param name="clock">Says when.</param>
    public static string Today(TimeProvider clock) => OfficeTime.Local(clock.GetUtcNow()).ToString("yyyy年M月d日 ddd", _chinese);

    /// <summary>"2026年3月2日 16:20:05", for lines that follow each other closely.</summary>
    /// <param name="instant">Any instant.</param>
    public static string Exact(DateTimeOffset instant) => OfficeTime.Local(instant).ToString("yyyy年M月d日 HH:mm:ss", _chinese);
}
