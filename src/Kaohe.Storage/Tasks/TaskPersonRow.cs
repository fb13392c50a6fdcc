using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>What part a person has in a task besides being asked to do it.</summary>
public enum TaskPart
{
    /// <summary>Has had it in hand.</summary>
    Participant,

    /// <summary>Submitted what it decides about.</summary>
    Submitter,

    /// <summary>抄送.</summary>
    Copied,
}

/// <summary>A person's part in a task.</summary>
public sealed class TaskPersonRow : IPreparedRow
{
    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>What part.</summary>
    public TaskPart Part { get; init; }

    /// <summary>The task's place in lists, so that a list of what somebody had in hand is read along an index.</summary>
    public long InboxOrder { get; set; }
}

internal sealed class TaskPersonTable : IEntityTypeConfiguration<TaskPersonRow>
{
    public void Configure(EntityTypeBuilder<TaskPersonRow> builder)
    {
        builder.ToTable("task_people");
        builder.Property(p => p.Part).HasConversion<string>().HasMaxLength(16);
        builder.HasKey(p => new { p.PersonId, p.Part, p.TaskId });
        builder.HasIndex(p => new { p.PersonId, p.Part, p.InboxOrder, p.TaskId });
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(p => p.TaskId).OnDelete(DeleteBehavior.Cascade);
    }
}
