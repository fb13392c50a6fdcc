using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Instances;

/// <summary>A workflow instance: its state, and the columns by which people find it.</summary>
public sealed class WorkflowInstanceRow
{
    /// <summary>Instance id.</summary>
    public required string Id { get; init; }

    /// <summary>Grows with every commit; a burst is committed only on the token it was computed from.</summary>
    public long Token { get; set; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; set; }

    /// <summary>The pinned version row.</summary>
    public required string DefinitionVersionId { get; set; }

    /// <summary>The pinned version number.</summary>
    public int DefinitionVersion { get; set; }

    /// <summary>Running or Finished.</summary>
    public WorkflowStatus Status { get; set; }

    /// <summary>The finer status.</summary>
    public WorkflowSubStatus SubStatus { get; set; }

    /// <summary>Business key; null when none.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Name; null when none.</summary>
    public string? Name { get; set; }

    /// <summary>The instance that started it; null for a root.</summary>
    public string? ParentInstanceId { get; set; }

    /// <summary>How many incidents it has.</summary>
    public int IncidentCount { get; set; }

    /// <summary>Whether lists hide it, taken from the definition.</summary>
    public bool IsSystem { get; set; }

    /// <summary>When it started.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its latest burst ran.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it ended; null while running.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The state as UTF-8 JSON (<see cref="WorkflowStateSerializer"/>).</summary>
    public required byte[] State { get; set; }
}

internal sealed class WorkflowInstanceTable : IEntityTypeConfiguration<WorkflowInstanceRow>
{
    public void Configure(EntityTypeBuilder<WorkflowInstanceRow> builder)
    {
        builder.ToTable("workflow_instances");
        builder.Property(i => i.Token).IsConcurrencyToken();
        builder.Property(i => i.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(i => i.SubStatus).HasConversion<string>().HasMaxLength(16);
        builder.Property(i => i.State).HasColumnOrder(100);
        builder.HasIndex(i => new { i.DefinitionId, i.Status });
        builder.HasIndex(i => i.DefinitionVersionId);
        builder.HasIndex(i => i.SubStatus);
        builder.HasIndex(i => i.CorrelationId);
        builder.HasIndex(i => i.ParentInstanceId).HasFilter("parent_instance_id IS NOT NULL");
        builder.HasIndex(i => i.CreatedAt);
        builder.HasIndex(i => i.UpdatedAt);
        builder.HasIndex(i => i.FinishedAt);
        builder.HasIndex(i => i.Name);
    }
}
