using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kaohe.Storage.Databases;

/// <summary><see cref="KaoheDb"/> on PostgreSQL. Times are <c>timestamptz</c>.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : KaoheDb(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter, SameMicrosecond>();
    }

    // Npgsql takes a DateTimeOffset only at offset zero.
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);
}
