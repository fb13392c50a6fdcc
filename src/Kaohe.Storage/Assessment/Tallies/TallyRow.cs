using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Tallies;

/// <summary>A tally sheet of a unit in a rated component; one a year.</summary>
public sealed class TallyRow : AggregateRow<TwoPersonTally>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>民主测评, 民意调查, 社会评价 or 领导评价.</summary>
    public CompositeComponent Component { get; private set; }

    /// <summary>Where it stands.</summary>
    public TallyState State { get; private set; }

    /// <summary>Makes a row.</summary>
    public static TallyRow Of(int year, TwoPersonTally value)
    {
        var row = new TallyRow { CycleYear = year };
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(TwoPersonTally value) =>
        (UnitId, Component, State) = (value.Tally.UnitId, value.Tally.Component, value.State);
}

internal sealed class TallyTable : IEntityTypeConfiguration<TallyRow>
{
    public void Configure(EntityTypeBuilder<TallyRow> builder)
    {
        builder.IsAggregate<TallyRow, TwoPersonTally>("tallies").HasKey(t => new { t.CycleYear, t.UnitId, t.Component });
        builder.Property(t => t.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(t => t.Component).IsName();
        builder.Property(t => t.State).IsName();
        builder.HasIndex(t => new { t.CycleYear, t.Component, t.State });
    }
}
