using Kaohe.Office.Documents;
using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Documents;

/// <summary>One line of a document's history; appended, never changed.</summary>
public sealed class DocumentEventRow : IPreparedRow
{
    /// <summary>The document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's version after it.</summary>
    public required long Sequence { get; init; }

    /// <summary>Place among the lines of that version, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public DocumentEventKind Kind { get; init; }

    /// <summary>Who.</summary>
    public required string ActorId { get; init; }

    /// <summary>The line (<see cref="DocumentEvent"/>) as JSON.</summary>
    public required string Json { get; init; }
}

internal sealed class DocumentEventTable : IEntityTypeConfiguration<DocumentEventRow>
{
    public void Configure(EntityTypeBuilder<DocumentEventRow> builder)
    {
        builder.ToTable("document_events");
        builder.HasKey(e => new { e.DocumentId, e.Sequence, e.Place });
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(24);
        builder.HasOne<DocumentRow>().WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.At);
    }
}
