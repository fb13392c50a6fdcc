using Kaohe.Office.Tasks.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>A round of signatures.</summary>
public sealed class SigningRoundRow
{
    /// <summary>Round id.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="SigningRound.Version"/>.</summary>
    public long Version { get; set; }

    /// <summary>Where it stands.</summary>
    public RoundState State { get; set; }

    /// <summary>Workflow instance; null outside of one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The round as JSON.</summary>
    public required string Json { get; set; }
}

internal sealed class SigningRoundTable : IEntityTypeConfiguration<SigningRoundRow>
{
    public void Configure(EntityTypeBuilder<SigningRoundRow> builder)
    {
        builder.ToTable("signing_rounds");
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(r => r.InstanceId);
    }
}
