using Kaohe.Assessment.Admonitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Rectifications;

/// <summary>A 诫勉谈话 in a year; one a unit.</summary>
public sealed class AdmonitionRow : AggregateRow<Admonition>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public AdmonitionState State { get; private set; }

    /// <summary>Makes a row.</summary>
    public static AdmonitionRow Of(Admonition value)
    {
        var row = new AdmonitionRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Admonition value) => (CycleYear, UnitId, State) = (value.Year, value.UnitId, value.State);
}

internal sealed class AdmonitionTable : IEntityTypeConfiguration<AdmonitionRow>
{
    public void Configure(EntityTypeBuilder<AdmonitionRow> builder)
    {
        builder.IsAggregate<AdmonitionRow, Admonition>("admonitions").HasKey(a => new { a.CycleYear, a.UnitId });
        builder.Property(a => a.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(a => a.State).IsName();
    }
}
