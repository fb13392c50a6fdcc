using Kaohe.Assessment.Rectifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RectificationRecord = Kaohe.Assessment.Rectifications.Rectification;

namespace Kaohe.Storage.Assessment.Rectifications;

/// <summary>A unit's 整改 in a year.</summary>
public sealed class RectificationRow : AggregateRow<RectificationRecord>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public RectificationStage Stage { get; private set; }

    /// <summary>The last day for the unit's report.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The instance of the rectification flow; null when it was opened without one.</summary>
    public string? WorkflowInstanceId { get; set; }

    /// <summary>Makes a row.</summary>
    public static RectificationRow Of(RectificationRecord value, string? instanceId)
    {
        var row = new RectificationRow { WorkflowInstanceId = instanceId };
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(RectificationRecord value) =>
        (CycleYear, UnitId, Stage, DueOn) = (value.Year, value.UnitId, value.Stage, value.DueOn);
}

internal sealed class RectificationTable : IEntityTypeConfiguration<RectificationRow>
{
    public void Configure(EntityTypeBuilder<RectificationRow> builder)
    {
        builder.IsAggregate<RectificationRow, RectificationRecord>("rectifications").HasKey(r => new { r.CycleYear, r.UnitId });
        builder.Property(r => r.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(r => r.Stage).IsName();
        builder.HasIndex(r => new { r.Stage, r.DueOn });
        builder.HasIndex(r => r.WorkflowInstanceId);
    }
}
