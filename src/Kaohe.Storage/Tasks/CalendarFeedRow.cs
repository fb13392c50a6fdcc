using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>The address at which a person's deadlines can be subscribed to by a calendar program: one a person, until it is taken back.</summary>
public sealed class CalendarFeedRow
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>SHA-256 of the secret in the address, in hex; the secret itself is kept nowhere.</summary>
    public required string TokenHash { get; set; }

    /// <summary>When the address was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When a program asked last; null when none has.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeedRow>
{
    public void Configure(EntityTypeBuilder<CalendarFeedRow> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.HasKey(f => f.PersonId);
        builder.Property(f => f.TokenHash).HasMaxLength(64);
        builder.HasIndex(f => f.TokenHash).IsUnique();
    }
}
