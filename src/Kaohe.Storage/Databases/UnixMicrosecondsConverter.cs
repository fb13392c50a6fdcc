using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kaohe.Storage.Databases;

/// <summary>A time as microseconds since 1970 UTC: ordered, exact to PostgreSQL's own precision, readable with <c>datetime(x / 1000000, 'unixepoch')</c>.</summary>
internal sealed class UnixMicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(time => ToMicroseconds(time), value => FromMicroseconds(value))
{
    public static long ToMicroseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);
}
