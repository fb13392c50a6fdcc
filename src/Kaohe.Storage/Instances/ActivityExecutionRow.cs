using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Instances;

/// <summary>The latest facts of one activity execution, for the viewer.</summary>
public sealed class ActivityExecutionRow
{
    /// <summary>Activity instance id.</summary>
    public required string Id { get; init; }

    /// <summary>The instance.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>Id of the activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Path of the activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Type of the activity.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of that type.</summary>
    public int ActivityTypeVersion { get; init; }

    /// <summary>Name of the activity; null when unnamed.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Execution that scheduled this one; null for the workflow.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>Status.</summary>
    public ActivityStatus Status { get; set; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it completed; null while live.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Whether it waits for a bookmark.</summary>
    public bool HasBookmarks { get; set; }

    /// <summary>Faults in it and below it.</summary>
    public int AggregateFaultCount { get; set; }

    /// <summary>Evaluated inputs as a JSON object; null when none.</summary>
    public string? ActivityState { get; set; }

    /// <summary>Outputs as a JSON object; null when none.</summary>
    public string? Outputs { get; set; }

    /// <summary>Journal data as a JSON object; null when none.</summary>
    public string? Payload { get; set; }

    /// <summary>Message of the fault; null when it did not fault.</summary>
    public string? Exception { get; set; }
}

internal sealed class ActivityExecutionTable : IEntityTypeConfiguration<ActivityExecutionRow>
{
    public void Configure(EntityTypeBuilder<ActivityExecutionRow> builder)
    {
        builder.ToTable("activity_executions");
        builder.Property(e => e.Status).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(e => e.WorkflowInstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.WorkflowInstanceId, e.ActivityNodeId });
    }
}
