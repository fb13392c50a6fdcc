using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>A reminder or escalation that was sent, or need not be sent any more.</summary>
public sealed class TaskNoticeRow : IPreparedRow
{
    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Name of the notice within the task (<see cref="Office.Tasks.PlannedNotice.Key"/>).</summary>
    public required string Key { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>False when a later notice said the same.</summary>
    public bool IsSent { get; init; }
}

internal sealed class TaskNoticeTable : IEntityTypeConfiguration<TaskNoticeRow>
{
    public void Configure(EntityTypeBuilder<TaskNoticeRow> builder)
    {
        builder.ToTable("task_notices");
        builder.HasKey(n => new { n.TaskId, n.Key });
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(n => n.TaskId).OnDelete(DeleteBehavior.Cascade);
    }
}
