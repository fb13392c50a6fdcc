using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Documents;

/// <summary>A unit that gets a document, with its receipt: what the aggregate says, for lists of one unit.</summary>
public sealed class DocumentRecipientRow : IPreparedRow
{
    /// <summary>The document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>抄送 rather than 主送.</summary>
    public bool IsCopy { get; set; }

    /// <summary>Whether a receipt is asked for and still missing.</summary>
    public bool IsReceiptMissing { get; set; }

    /// <summary>When it was signed for; null while it was not.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }
}

internal sealed class DocumentRecipientTable : IEntityTypeConfiguration<DocumentRecipientRow>
{
    public void Configure(EntityTypeBuilder<DocumentRecipientRow> builder)
    {
        builder.ToTable("document_recipients");
        builder.HasKey(r => new { r.DocumentId, r.UnitId });
        builder.HasOne<DocumentRow>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.UnitId, r.IsReceiptMissing });
    }
}
