using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Cycles;

/// <summary>Where a year's assessment stands.</summary>
public enum CycleStatus
{
    /// <summary>Its scheme is being written.</summary>
    Draft,

    /// <summary>Its scheme is approved; it can start.</summary>
    Approved,

    /// <summary>The annual flow runs.</summary>
    Running,

    /// <summary>The grades are on record.</summary>
    Graded,
}

/// <summary>考核年度: one year's assessment.</summary>
public sealed record Cycle
{
    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>Where it stands.</summary>
    public CycleStatus Status { get; init; }

    /// <summary>The approved version of the scheme that is in force; 0 while none is.</summary>
    public int SchemeVersion { get; init; }

    /// <summary>The instance of the annual flow; null before the start.</summary>
    public string? WorkflowInstanceId { get; init; }

    /// <summary>When the flow was started; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Who started it.</summary>
    public string? StartedBy { get; init; }

    /// <summary>领导组; null while not named.</summary>
    public LeadingGroup? LeadingGroup { get; init; }

    /// <summary>考核办; null while not named.</summary>
    public AssessmentOffice? Office { get; init; }

    /// <summary>五年总目标 that the year serves.</summary>
    public IReadOnlyList<FiveYearGoal> Goals { get; init; } = [];
}

/// <summary>A year's assessment as a row.</summary>
public sealed class CycleRow : AggregateRow<Cycle>, IReferenceRow
{
    /// <summary>The assessed year.</summary>
    public int Year { get; private set; }

    /// <summary>Where it stands.</summary>
    public CycleStatus Status { get; private set; }

    /// <summary>The instance of the annual flow.</summary>
    public string? WorkflowInstanceId { get; private set; }

    /// <summary>Makes a row.</summary>
    public static CycleRow Of(Cycle value)
    {
        var row = new CycleRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Cycle value) =>
        (Year, Status, WorkflowInstanceId) = (value.Year, value.Status, value.WorkflowInstanceId);
}

internal sealed class CycleTable : IEntityTypeConfiguration<CycleRow>
{
    public void Configure(EntityTypeBuilder<CycleRow> builder)
    {
        builder.IsAggregate<CycleRow, Cycle>("cycles").HasKey(c => c.Year);
        builder.Property(c => c.Year).ValueGeneratedNever();
        builder.Property(c => c.Status).IsName();
        builder.HasIndex(c => c.WorkflowInstanceId);
    }
}
