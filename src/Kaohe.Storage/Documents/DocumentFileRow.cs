using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Documents;

/// <summary>A file of a document. The bytes lie in the data folder under their hash; the same bytes are kept once.</summary>
public sealed class DocumentFileRow
{
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>File name as first stored.</summary>
    public required string Name { get; init; }

    /// <summary>Media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class DocumentFileTable : IEntityTypeConfiguration<DocumentFileRow>
{
    public void Configure(EntityTypeBuilder<DocumentFileRow> builder)
    {
        builder.ToTable("document_files");
        builder.HasKey(f => f.Sha256);
        builder.Property(f => f.Sha256).HasMaxLength(64);
    }
}
