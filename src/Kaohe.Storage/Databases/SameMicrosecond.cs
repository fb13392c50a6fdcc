using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kaohe.Storage.Databases;

/// <summary>
/// Times are the same when the database keeps the same of them. EF Core's own comparison looks at the offset and at tenths of a microsecond too, which neither database keeps: a row
/// whose times were set again to what they were would be written each time.
/// </summary>
internal sealed class SameMicrosecond() : ValueComparer<DateTimeOffset>(
    (one, other) => UnixMicrosecondsConverter.ToMicroseconds(one) == UnixMicrosecondsConverter.ToMicroseconds(other),
    time => UnixMicrosecondsConverter.ToMicroseconds(time).GetHashCode());
