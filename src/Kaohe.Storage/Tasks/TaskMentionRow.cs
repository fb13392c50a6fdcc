using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>Somebody was mentioned in a comment on a task, and has or has not looked.</summary>
public sealed class TaskMentionRow
{
    /// <summary>Order of the mentions.</summary>
    public long Id { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Who was mentioned.</summary>
    public required string PersonId { get; init; }

    /// <summary>Who said what where, in one Chinese sentence; of a confidential task only that there is something.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When the person opened the task; null before.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

internal sealed class TaskMentionTable : IEntityTypeConfiguration<TaskMentionRow>
{
    public void Configure(EntityTypeBuilder<TaskMentionRow> builder)
    {
        builder.ToTable("task_mentions");
        builder.HasIndex(mention => new { mention.PersonId, mention.ReadAt });
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(mention => mention.TaskId).OnDelete(DeleteBehavior.Cascade);
    }
}
