using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>Somebody read a confidential task. Kept for good.</summary>
public sealed class TaskReadRow
{
    /// <summary>Order of the reads.</summary>
    public long Id { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Who.</summary>
    public required string PersonId { get; init; }

    /// <summary>Name as it was then.</summary>
    public required string PersonName { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}

internal sealed class TaskReadTable : IEntityTypeConfiguration<TaskReadRow>
{
    public void Configure(EntityTypeBuilder<TaskReadRow> builder)
    {
        builder.ToTable("task_reads");
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(r => r.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.TaskId, r.At });
    }
}
