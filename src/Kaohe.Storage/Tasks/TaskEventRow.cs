using Kaohe.Office.Tasks;
using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>A line of a task's history; appended, never changed.</summary>
public sealed class TaskEventRow : IPreparedRow
{
    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>The task's version that the event made.</summary>
    public long Sequence { get; init; }

    /// <summary>Place among the events of that version.</summary>
    public int Place { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public TaskEventKind Kind { get; init; }

    /// <summary>Who.</summary>
    public required string ActorId { get; init; }

    /// <summary>The event (<see cref="TaskEvent"/>) as JSON.</summary>
    public required string Json { get; init; }
}

internal sealed class TaskEventTable : IEntityTypeConfiguration<TaskEventRow>
{
    public void Configure(EntityTypeBuilder<TaskEventRow> builder)
    {
        builder.ToTable("task_events");
        builder.HasKey(e => new { e.TaskId, e.Sequence, e.Place });
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(24);
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(e => e.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.ActorId, e.At });
        builder.HasIndex(e => e.At);
    }
}
