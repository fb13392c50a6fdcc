using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Units;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Indicators;

/// <summary>The indicators of one kind of unit for one year.</summary>
public sealed class IndicatorTreeRow : AggregateRow<IndicatorTree>, IReferenceRow
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The tree.</summary>
    public string TreeId { get; private set; } = "";

    /// <summary>The kind of unit it is for.</summary>
    public UnitKind Kind { get; private set; }

    /// <summary>The type of department it is for.</summary>
    public string? DepartmentType { get; private set; }

    /// <summary>Makes a row.</summary>
    public static IndicatorTreeRow Of(IndicatorTree value)
    {
        var row = new IndicatorTreeRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(IndicatorTree value) =>
        (CycleYear, TreeId, Kind, DepartmentType) = (value.Year, value.Id, value.Kind, value.DepartmentType);
}

internal sealed class IndicatorTreeTable : IEntityTypeConfiguration<IndicatorTreeRow>
{
    public void Configure(EntityTypeBuilder<IndicatorTreeRow> builder)
    {
        builder.IsAggregate<IndicatorTreeRow, IndicatorTree>("indicator_trees").HasKey(t => new { t.CycleYear, t.TreeId });
        builder.Property(t => t.TreeId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(t => t.Kind).IsName();
    }
}
