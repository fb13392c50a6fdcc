using Kaohe.Assessment.Readings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Indicators;

/// <summary>Where a figure stands.</summary>
public enum ReadingState
{
    /// <summary>Reported; the data department has not certified it.</summary>
    Reported,

    /// <summary>Certified.</summary>
    Certified,
}

/// <summary>A unit's figure for an indicator and a period.</summary>
public sealed class ReadingRow : AggregateRow<Reading>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>The indicator.</summary>
    public string IndicatorCode { get; private set; } = "";

    /// <summary>The period, for example 2026 or 2026Q3.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public ReadingState State { get; private set; }

    /// <summary>Makes a row.</summary>
    public static ReadingRow Of(int year, Reading value)
    {
        var row = new ReadingRow { CycleYear = year };
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Reading value)
    {
        (UnitId, IndicatorCode, Period) = (value.UnitId, value.IndicatorCode, value.Period);
        State = value.Certification is null ? ReadingState.Reported : ReadingState.Certified;
    }
}

internal sealed class ReadingTable : IEntityTypeConfiguration<ReadingRow>
{
    public void Configure(EntityTypeBuilder<ReadingRow> builder)
    {
        builder.IsAggregate<ReadingRow, Reading>("readings").HasKey(r => new { r.CycleYear, r.UnitId, r.IndicatorCode, r.Period });
        builder.Property(r => r.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(r => r.IndicatorCode).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(r => r.Period).HasMaxLength(20);
        builder.Property(r => r.State).IsName();
        builder.HasIndex(r => new { r.CycleYear, r.IndicatorCode, r.State });
    }
}
