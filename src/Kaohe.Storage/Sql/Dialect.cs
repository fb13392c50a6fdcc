using Kaohe.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Sql;

/// <summary>The few places where raw SQL differs between the providers.</summary>
internal static class Dialect
{
    /// <summary>A time as a parameter of raw SQL.</summary>
    public static object Time(this KaoheDb db, DateTimeOffset time) =>
        db.Database.IsSqlite() ? UnixMicrosecondsConverter.ToMicroseconds(time) : time.ToUniversalTime();
}
