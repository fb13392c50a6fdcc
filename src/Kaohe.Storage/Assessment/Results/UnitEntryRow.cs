using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Results;

/// <summary>Something the office put on record about a unit in a year; a unit may have several of a kind.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class UnitEntryRow<T> : AggregateRow<T>
    where T : class
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The assessed year.</summary>
    public required int CycleYear { get; init; }

    /// <summary>The unit.</summary>
    public string UnitId { get; protected set; } = "";
}

/// <summary>加减分.</summary>
public sealed class AdjustmentRow : UnitEntryRow<Adjustment>
{
    /// <inheritdoc />
    protected override void SetColumns(Adjustment value) => UnitId = value.UnitId;
}

/// <summary>一票否决.</summary>
public sealed class VetoRow : UnitEntryRow<Veto>
{
    /// <inheritdoc />
    protected override void SetColumns(Veto value) => UnitId = value.UnitId;
}

/// <summary>Decision to leave out a component or a kind of rater.</summary>
public sealed class FloorDecisionRow : UnitEntryRow<FloorDecision>
{
    /// <inheritdoc />
    protected override void SetColumns(FloorDecision value) => UnitId = value.UnitId;
}

/// <summary>免考.</summary>
public sealed class ExemptionRow : UnitEntryRow<Exemption>
{
    /// <inheritdoc />
    protected override void SetColumns(Exemption value) => UnitId = value.UnitId;
}

internal sealed class UnitEntryTables :
    IEntityTypeConfiguration<AdjustmentRow>, IEntityTypeConfiguration<VetoRow>, IEntityTypeConfiguration<FloorDecisionRow>, IEntityTypeConfiguration<ExemptionRow>
{
    public void Configure(EntityTypeBuilder<AdjustmentRow> builder) => Configure<AdjustmentRow, Adjustment>(builder, "adjustments");

    public void Configure(EntityTypeBuilder<VetoRow> builder) => Configure<VetoRow, Veto>(builder, "vetoes");

    public void Configure(EntityTypeBuilder<FloorDecisionRow> builder) => Configure<FloorDecisionRow, FloorDecision>(builder, "floor_decisions");

    public void Configure(EntityTypeBuilder<ExemptionRow> builder) => Configure<ExemptionRow, Exemption>(builder, "exemptions");

    private static void Configure<TRow, T>(EntityTypeBuilder<TRow> builder, string table)
        where TRow : UnitEntryRow<T>
        where T : class
    {
        builder.IsAggregate<TRow, T>(table).HasKey(e => e.Id);
        builder.Property(e => e.Id).HasMaxLength(AggregateConfiguration.IdLength);
        builder.HasIndex(e => new { e.CycleYear, e.UnitId });
    }
}
