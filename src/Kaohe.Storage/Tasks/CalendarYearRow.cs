using Kaohe.Office;
using Kaohe.Office.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>A year's table as the office entered it; it counts before the one that is shipped.</summary>
public sealed class CalendarYearRow
{
    /// <summary>The calendar year.</summary>
    public int Year { get; init; }

    /// <summary>Counts changes.</summary>
    public long Version { get; set; }

    /// <summary>Who entered it last.</summary>
    public required string ById { get; set; }

    /// <summary>Name of who entered it last.</summary>
    public required string ByName { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The table (<see cref="CalendarYear"/>) as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>The table.</summary>
    public CalendarYear Table() => System.Text.Json.JsonSerializer.Deserialize<CalendarYear>(Json, OfficeJson.Options)!;
}

internal sealed class CalendarYearTable : IEntityTypeConfiguration<CalendarYearRow>
{
    public void Configure(EntityTypeBuilder<CalendarYearRow> builder)
    {
        builder.ToTable("calendar_years");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.Version).IsConcurrencyToken();
    }
}
