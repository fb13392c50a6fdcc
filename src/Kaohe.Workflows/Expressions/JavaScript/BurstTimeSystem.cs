using System.Globalization;
using Jint.Runtime;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>The clock that scripts see: the time of the burst, in the office's time zone.</summary>
internal sealed class BurstTimeSystem(DateTimeOffset now, TimeZoneInfo zone) : ITimeSystem
{
    public TimeZoneInfo DefaultTimeZone => zone;

    public DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public bool TryParse(string date, out long epochMilliseconds)
    {
        if (DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            var isLocal = date.Contains(':', StringComparison.Ordinal) && !date.EndsWith('Z') && !HasOffset(date);
            epochMilliseconds = (isLocal ? new DateTimeOffset(time.DateTime, zone.GetUtcOffset(time.DateTime)) : time).ToUnixTimeMilliseconds();
            return true;
        }

        epochMilliseconds = 0;
        return false;
    }

    public TimeSpan GetUtcOffset(long epochMilliseconds) => zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(epochMilliseconds));

    private static bool HasOffset(string date)
    {
        var time = date.IndexOf('T', StringComparison.Ordinal);
        return time >= 0 && date.AsSpan(time).IndexOfAny('+', '-') >= 0;
    }
}
