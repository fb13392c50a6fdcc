using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Definitions;

/// <summary>An activity of a published definition that starts instances: on a stimulus with its hash, or when it is due.</summary>
public sealed class TriggerRow
{
    /// <summary>Id: definition version and activity.</summary>
    public required string Id { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The published version.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>The activity that the instance starts at.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Name of the stimulus.</summary>
    public required string Name { get; init; }

    /// <summary>What a stimulus must match.</summary>
    public required string Hash { get; init; }

    /// <summary>Payload that went into the hash, as JSON; null when none.</summary>
    public string? Payload { get; init; }

    /// <summary>When the clock fires it next; null when only a stimulus does.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When the timer service looks at it: <see cref="DueAt"/>, or later while a node is at it or after a failure.</summary>
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>The node that is at it; null when none is.</summary>
    public string? LeaseOwner { get; set; }
}

internal sealed class TriggerTable : IEntityTypeConfiguration<TriggerRow>
{
    public void Configure(EntityTypeBuilder<TriggerRow> builder)
    {
        builder.ToTable("triggers");
        builder.HasIndex(t => t.Hash);
        builder.HasIndex(t => t.DefinitionId);
        builder.HasIndex(t => t.WakeAt).HasFilter("wake_at IS NOT NULL");
        builder.HasIndex(t => t.LeaseOwner).HasFilter("lease_owner IS NOT NULL");
    }
}
