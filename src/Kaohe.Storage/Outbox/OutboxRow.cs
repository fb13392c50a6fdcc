using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Outbox;

/// <summary>Where an effect stands.</summary>
public enum OutboxStatus
{
    /// <summary>To be delivered.</summary>
    Pending,

    /// <summary>Delivered. Kept for a while so that the same key is never delivered again.</summary>
    Delivered,

    /// <summary>Given up; an operator sees it and can replay it.</summary>
    Dead,
}

/// <summary>One effect on its way to its handler.</summary>
public sealed class OutboxRow
{
    /// <summary>Order in which effects were asked for.</summary>
    public long Id { get; init; }

    /// <summary>Unique key of the effect; asking twice is asking once.</summary>
    public required string Key { get; init; }

    /// <summary>Which handler delivers it.</summary>
    public required string Kind { get; init; }

    /// <summary>The instance that asked; null when no instance did.</summary>
    public string? WorkflowInstanceId { get; init; }

    /// <summary>The execution that asked; null when none did.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>Payload as JSON; cleared on delivery, so nothing personal outlives its purpose here.</summary>
    public string? Payload { get; set; }

    /// <summary>Where it stands.</summary>
    public OutboxStatus Status { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a node may take it: at once, after a back-off, or (while <see cref="LeaseOwner"/> is set) when the lease ends.</summary>
    public DateTimeOffset AvailableAt { get; set; }

    /// <summary>How often it was taken.</summary>
    public int Attempts { get; set; }

    /// <summary>The node that is at it; null when none is.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>For a stimulus that nobody waits for yet: what a new bookmark must match; null otherwise, and once delivered.</summary>
    public string? MatchHash { get; set; }

    /// <summary>When waiting makes no sense any more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>What went wrong last, and for a dead letter why it was given up; null when nothing did.</summary>
    public string? Reason { get; set; }

    /// <summary>When it was delivered or given up; null while pending.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.Property(o => o.Status).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(o => o.Key).IsUnique();
        builder.HasIndex(o => o.AvailableAt).HasFilter("status = 'Pending'");
        builder.HasIndex(o => o.MatchHash).HasFilter("match_hash IS NOT NULL");
        builder.HasIndex(o => o.LeaseOwner).HasFilter("lease_owner IS NOT NULL");
        builder.HasIndex(o => o.SettledAt).HasFilter("status = 'Delivered'");
        builder.HasIndex(o => o.Id, "ix_outbox_dead").HasFilter("status = 'Dead'");
        builder.HasIndex(o => o.WorkflowInstanceId);
    }
}
