using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>One of those who may claim a task: a person, role, unit or post, or several of them together.</summary>
public sealed class TaskCandidateRow : IPreparedRow
{
    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>The parts as one text, the same on both sides of the match (<see cref="CandidateKeys"/>).</summary>
    public required string MatchKey { get; init; }

    /// <summary>One person.</summary>
    public string? PersonId { get; init; }

    /// <summary>Role code.</summary>
    public string? Role { get; init; }

    /// <summary>A body: unit, office or team.</summary>
    public string? UnitId { get; init; }

    /// <summary>Post code.</summary>
    public string? PostCode { get; init; }

    /// <summary>The task's place in lists while it may be claimed, else null: a role's tasks of past years must not be read to find those of today.</summary>
    public long? OpenOrder { get; set; }
}

internal sealed class TaskCandidateTable : IEntityTypeConfiguration<TaskCandidateRow>
{
    public void Configure(EntityTypeBuilder<TaskCandidateRow> builder)
    {
        builder.ToTable("task_candidates");
        builder.HasKey(c => new { c.MatchKey, c.TaskId });
        builder.HasIndex(c => new { c.MatchKey, c.OpenOrder, c.TaskId }).HasFilter("open_order IS NOT NULL");
        builder.HasOne<TaskRow>().WithMany().HasForeignKey(c => c.TaskId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.UnitId).HasFilter("unit_id IS NOT NULL");
    }
}
