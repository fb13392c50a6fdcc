using Kaohe.Assessment.Consequences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Results;

/// <summary>What follows from a result.</summary>
public sealed class ConsequenceRow : AggregateRow<Consequence>
{
    /// <summary>Stable id: the year, the rule, the unit and the person.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>What follows.</summary>
    public ConsequenceKind Kind { get; private set; }

    /// <summary>Makes a row.</summary>
    public static ConsequenceRow Of(Consequence value)
    {
        var row = new ConsequenceRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Consequence value)
    {
        Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Year}-{value.Kind}-{value.UnitId}-{value.OfficialId}");
        (CycleYear, UnitId, Kind) = (value.Year, value.UnitId, value.Kind);
    }
}

internal sealed class ConsequenceTable : IEntityTypeConfiguration<ConsequenceRow>
{
    public void Configure(EntityTypeBuilder<ConsequenceRow> builder)
    {
        builder.IsAggregate<ConsequenceRow, Consequence>("consequences").HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(300);
        builder.Property(c => c.Kind).IsName();
        builder.HasIndex(c => new { c.CycleYear, c.Kind });
        builder.HasIndex(c => new { c.CycleYear, c.UnitId });
    }
}
