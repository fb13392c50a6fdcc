using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>A file attached to a task. The bytes lie in the data folder under their hash; the same file attached twice is kept once.</summary>
public sealed class TaskAttachmentRow
{
    /// <summary>Attachment id.</summary>
    public required string Id { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Name as uploaded.</summary>
    public required string Name { get; init; }

    /// <summary>Media type by content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required string ById { get; init; }

    /// <summary>Name of who uploaded it.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it was taken off the task; null while it is attached. The bytes stay.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

internal sealed class TaskAttachmentTable : IEntityTypeConfiguration<TaskAttachmentRow>
{
    public void Configure(EntityTypeBuilder<TaskAttachmentRow> builder)
    {
        builder.ToTable("task_attachments");
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(a => a.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.TaskId);
        builder.HasIndex(a => a.Hash);
    }
}
