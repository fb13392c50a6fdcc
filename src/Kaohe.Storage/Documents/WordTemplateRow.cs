using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Documents;

/// <summary>A version of a Word template that the office has put in the place of the shipped one. Appended, never changed; the highest number is in force.</summary>
public sealed class WordTemplateRow
{
    /// <summary>Name of the template.</summary>
    public required string Name { get; init; }

    /// <summary>1 for the first; the shipped file is 0 and has no row.</summary>
    public int Number { get; init; }

    /// <summary>Hash of the file (<see cref="DocumentFileRow"/>).</summary>
    public required string Sha256 { get; init; }

    /// <summary>What was changed, or which version was restored.</summary>
    public required string Note { get; init; }

    /// <summary>Who put it in force.</summary>
    public required string ById { get; init; }

    /// <summary>Name of who put it in force.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

internal sealed class WordTemplateTable : IEntityTypeConfiguration<WordTemplateRow>
{
    public void Configure(EntityTypeBuilder<WordTemplateRow> builder)
    {
        builder.ToTable("word_templates");
        builder.HasKey(t => new { t.Name, t.Number });
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.Property(t => t.Sha256).HasMaxLength(64);
        builder.HasOne<DocumentFileRow>().WithMany().HasForeignKey(t => t.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}
