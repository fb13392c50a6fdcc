using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Forms;

/// <summary>Where a version of a form stands.</summary>
public enum FormState
{
    /// <summary>Being drawn; it may be changed, and no task uses it.</summary>
    Draft,

    /// <summary>In use; never changed again.</summary>
    Published,

    /// <summary>Given up: not offered any more, tasks that keep it go on.</summary>
    Retired,
}

/// <summary>A version of a form designed in the portal. The highest published version is in force.</summary>
public sealed class FormRow
{
    /// <summary>Form id, the same for all versions.</summary>
    public required string FormId { get; init; }

    /// <summary>1, 2, 3…</summary>
    public int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public FormState State { get; set; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; set; }

    /// <summary>The form as JSON Schema (draft 2020-12, with <c>x-kaohe</c>).</summary>
    public required string Schema { get; set; }

    /// <summary>Counts changes; a save on an older one is refused.</summary>
    public long Revision { get; set; } = 1;

    /// <summary>Who changed it last.</summary>
    public required string ById { get; set; }

    /// <summary>Name of who changed it last.</summary>
    public required string ByName { get; set; }

    /// <summary>When it was changed last; for a published version, when it was published.</summary>
    public DateTimeOffset At { get; set; }
}

internal sealed class FormTable : IEntityTypeConfiguration<FormRow>
{
    public void Configure(EntityTypeBuilder<FormRow> builder)
    {
        builder.ToTable("forms");
        builder.HasKey(f => new { f.FormId, f.Version });
        builder.Property(f => f.FormId).HasMaxLength(64);
        builder.Property(f => f.Title).HasMaxLength(200);
        builder.Property(f => f.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(f => f.Revision).IsConcurrencyToken();
        builder.HasIndex(f => new { f.State, f.Title });
    }
}
