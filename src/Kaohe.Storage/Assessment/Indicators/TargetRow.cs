using Kaohe.Assessment.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Indicators;

/// <summary>A unit's target for an indicator in one year.</summary>
public sealed class TargetRow : AggregateRow<Target>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>The indicator.</summary>
    public string IndicatorCode { get; private set; } = "";

    /// <summary>Makes a row.</summary>
    public static TargetRow Of(int year, Target value)
    {
        var row = new TargetRow { CycleYear = year };
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Target value) => (UnitId, IndicatorCode) = (value.UnitId, value.IndicatorCode);
}

internal sealed class TargetTable : IEntityTypeConfiguration<TargetRow>
{
    public void Configure(EntityTypeBuilder<TargetRow> builder)
    {
        builder.IsAggregate<TargetRow, Target>("targets").HasKey(t => new { t.CycleYear, t.UnitId, t.IndicatorCode });
        builder.Property(t => t.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(t => t.IndicatorCode).HasMaxLength(AggregateConfiguration.IdLength);
        builder.HasIndex(t => new { t.CycleYear, t.IndicatorCode });
    }
}
