using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Instances;

/// <summary>A place where an instance waits, so that stimuli and the clock find it. The state holds the same bookmark; both change in one transaction.</summary>
public sealed class BookmarkRow
{
    /// <summary>Bookmark id.</summary>
    public required string Id { get; init; }

    /// <summary>The instance that waits.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>Correlation id of that instance; null when none.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Name of the stimulus.</summary>
    public required string Name { get; init; }

    /// <summary>What a stimulus must match.</summary>
    public required string Hash { get; init; }

    /// <summary>Id of the waiting activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Path of the waiting activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Execution that waits.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Payload that went into the hash, as JSON; null when none.</summary>
    public string? Payload { get; init; }

    /// <summary>Text for lists and filters, as a JSON object; null when none.</summary>
    public string? Metadata { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the clock resumes it; null when only a stimulus does.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the timer service looks at it: <see cref="DueAt"/>, or later while a node is at it or after a failure.</summary>
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>The node that is at it; null when none is.</summary>
    public string? LeaseOwner { get; set; }
}

internal sealed class BookmarkTable : IEntityTypeConfiguration<BookmarkRow>
{
    public void Configure(EntityTypeBuilder<BookmarkRow> builder)
    {
        builder.ToTable("bookmarks");
        builder.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(b => b.WorkflowInstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => b.Hash);
        builder.HasIndex(b => b.WakeAt).HasFilter("wake_at IS NOT NULL");
        builder.HasIndex(b => b.LeaseOwner).HasFilter("lease_owner IS NOT NULL");
    }
}
