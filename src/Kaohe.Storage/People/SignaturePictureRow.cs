using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.People;

/// <summary>A picture of a person's written signature. A newer one takes its place; none is deleted, so that it stays known what stood under which paper.</summary>
public sealed class SignaturePictureRow
{
    /// <summary>Counts up; the newest of a person that was not taken back is in force.</summary>
    public long Id { get; init; }

    /// <summary>Whose signature.</summary>
    public required string PersonId { get; init; }

    /// <summary>When it was put in.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of who put it in, as it was then.</summary>
    public required string ByName { get; init; }

    /// <summary>Hash of <see cref="Png"/>, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The picture as it is set: PNG with a transparent ground.</summary>
    public required byte[] Png { get; init; }

    /// <summary>When it was taken back without a new one; null when it was not.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

internal sealed class SignaturePictureTable : IEntityTypeConfiguration<SignaturePictureRow>
{
    public void Configure(EntityTypeBuilder<SignaturePictureRow> builder)
    {
        builder.ToTable("signature_pictures");
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Sha256).HasMaxLength(64);
        builder.HasIndex(one => one.PersonId);
    }
}
