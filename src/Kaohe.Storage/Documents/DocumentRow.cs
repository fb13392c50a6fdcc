using Kaohe.Office.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Documents;

/// <summary>
/// An official document: columns that lists ask for, what it was made of, and the aggregate as JSON. Written only by <see cref="DocumentStore"/>,
/// which keeps columns and aggregate the same.
/// </summary>
public sealed class DocumentRow
{
    /// <summary>Document id.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="OfficialDocument.Version"/>; a save on an older one is run again.</summary>
    public long Version { get; set; }

    /// <summary>What it waits for.</summary>
    public DocumentState State { get; set; }

    /// <summary>Kind: the name of its template.</summary>
    public required string Kind { get; init; }

    /// <summary>Title as printed.</summary>
    public required string Title { get; set; }

    /// <summary>发文字号; null while it has none.</summary>
    public string? Number { get; set; }

    /// <summary>Need-to-know.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Who drafted it.</summary>
    public required string DrafterId { get; init; }

    /// <summary>The assessed unit it is about; null when it is about none.</summary>
    public string? UnitId { get; init; }

    /// <summary>Assessment year; null outside of one.</summary>
    public int? CycleYear { get; init; }

    /// <summary>One of the 11 steps; null outside of them.</summary>
    public string? StepCode { get; init; }

    /// <summary>Workflow instance; null when no flow asked.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Execution of the activity that asked; null when none did.</summary>
    public string? ActivityExecutionId { get; init; }

    /// <summary>Bookmark that waits for its milestones; null when nobody waits.</summary>
    public string? BookmarkId { get; set; }

    /// <summary>What the activity calls it; null when no activity asked.</summary>
    public string? Item { get; set; }

    /// <summary>Which of the item's keys it is: a unit's id or <c>once</c>.</summary>
    public string? ItemKey { get; init; }

    /// <summary>When it was drafted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was sent out; null before.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>By when it should be out; null without deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Code by which a reader of the paper checks it.</summary>
    public required string CheckCode { get; init; }

    /// <summary>Whether it stops at the draft until an <c>IssueDocument</c> effect comes.</summary>
    public bool StopsAtDraft { get; set; }

    /// <summary>The values of the template's fields as a JSON object, for the final file and for corrections.</summary>
    public required string Fields { get; set; }

    /// <summary>The aggregate (<see cref="OfficialDocument"/>) as JSON.</summary>
    public required string Json { get; set; }
}

internal sealed class DocumentTable : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("documents");
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(d => d.Fields).HasColumnOrder(100);
        builder.Property(d => d.Json).HasColumnOrder(101);
        builder.HasIndex(d => new { d.State, d.CreatedAt, d.Id });
        builder.HasIndex(d => new { d.CycleYear, d.StepCode, d.UnitId });
        builder.HasIndex(d => new { d.UnitId, d.State });
        builder.HasIndex(d => d.ActivityExecutionId);
        builder.HasIndex(d => d.InstanceId);
        builder.HasIndex(d => new { d.CreatedAt, d.Id });
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasIndex(d => d.CheckCode).IsUnique();
    }
}
