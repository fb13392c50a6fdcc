using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Instances;

/// <summary>One line of an instance's execution log. Append only.</summary>
public sealed class JournalRow
{
    /// <summary>The instance.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>Position in the instance's journal, from 0, without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>The execution that the line is about.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The owner of that execution; null for the workflow.</summary>
    public string? ParentActivityInstanceId { get; init; }

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

    /// <summary>Started, Suspended, Resumed, Completed, Canceled, Faulted …</summary>
    public required string EventName { get; init; }

    /// <summary>More about it; null when the name says all.</summary>
    public string? Message { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Evaluated inputs as a JSON object; null when none.</summary>
    public string? ActivityState { get; init; }

    /// <summary>Outcomes and other data of the event as a JSON object; null when none.</summary>
    public string? Payload { get; init; }
}

internal sealed class JournalTable : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("journal");
        builder.HasKey(j => new { j.WorkflowInstanceId, j.Sequence });
        builder.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(j => j.WorkflowInstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
