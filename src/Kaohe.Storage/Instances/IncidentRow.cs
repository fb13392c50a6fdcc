using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Instances;

/// <summary>One incident of an instance, so that operators can list what went wrong anywhere.</summary>
public sealed class IncidentRow
{
    /// <summary>The instance.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>Position in the instance's incidents, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Id of the activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Path of the activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Type of the activity.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Execution that faulted; null when unknown.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Message { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset Timestamp { get; init; }
}

internal sealed class IncidentTable : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("incidents");
        builder.HasKey(i => new { i.WorkflowInstanceId, i.Ordinal });
        builder.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(i => i.WorkflowInstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.Timestamp);
    }
}
