using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Databases;

/// <summary><see cref="KaoheDb"/> on SQLite. Times are microseconds since 1970 UTC, because SQLite cannot order a text with an offset.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : KaoheDb(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicrosecondsConverter, SameMicrosecond>();
    }
}
