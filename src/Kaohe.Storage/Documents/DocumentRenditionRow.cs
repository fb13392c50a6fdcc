using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Documents;

/// <summary>The files of one version of a document: the Word document and, where it could be made, the PDF.</summary>
public sealed class DocumentRenditionRow : IPreparedRow
{
    /// <summary>Value of <see cref="VersionNumber"/> for the final files.</summary>
    public const int Final = 0;

    /// <summary>Value of <see cref="VersionNumber"/> for the files with the recipient unit's signature, made after they went out.</summary>
    public const int Countersigned = -1;

    /// <summary>The document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Number of the version, from 1; <see cref="Final"/> for the files that went out, <see cref="Countersigned"/> for those signed by the recipient.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>Hash of the Word document.</summary>
    public required string WordSha256 { get; set; }

    /// <summary>Hash of the PDF; null when none could be made.</summary>
    public string? PdfSha256 { get; set; }

    /// <summary>Pages of the PDF; 0 without one.</summary>
    public int Pages { get; set; }

    /// <summary>What stands against sending it out (missing fields, what the PDF cannot show), as a JSON list; <c>[]</c> when nothing does.</summary>
    public required string Problems { get; set; }
}

internal sealed class DocumentRenditionTable : IEntityTypeConfiguration<DocumentRenditionRow>
{
    public void Configure(EntityTypeBuilder<DocumentRenditionRow> builder)
    {
        builder.ToTable("document_renditions");
        builder.HasKey(r => new { r.DocumentId, r.VersionNumber });
        builder.Property(r => r.WordSha256).HasMaxLength(64);
        builder.Property(r => r.PdfSha256).HasMaxLength(64);
        builder.HasOne<DocumentRow>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.PdfSha256);
        builder.HasIndex(r => r.WordSha256);
    }
}
