using Kaohe.Office.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>A task: the columns that lists ask for, and the aggregate itself as JSON. Written only by <see cref="TaskStore"/>, which keeps both the same.</summary>
public sealed class TaskRow
{
    /// <summary>Task id.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="HumanTask.Version"/>; a save on an older one is run again.</summary>
    public long Version { get; set; }

    /// <summary>Where it stands.</summary>
    public TaskState State { get; set; }

    /// <summary>Its place in every list (<see cref="Tasks.InboxOrder"/>).</summary>
    public long InboxOrder { get; set; }

    /// <summary>Whether it still waits for somebody (<see cref="HumanTask.IsLive"/>).</summary>
    public bool IsLive { get; set; }

    /// <summary>Kind of work.</summary>
    public required string Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; set; }

    /// <summary>How pressing.</summary>
    public TaskPriority Priority { get; set; }

    /// <summary>Whether it decides about something submitted.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Need-to-know.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Whether it was sent back to its person and is being done again.</summary>
    public bool IsReturned { get; set; }

    /// <summary>The assessed unit; null when it is about none.</summary>
    public string? UnitId { get; init; }

    /// <summary>Assessment year; null outside of one.</summary>
    public int? CycleYear { get; init; }

    /// <summary>One of the 11 steps; null outside of them.</summary>
    public string? StepCode { get; init; }

    /// <summary>Who has it; null while nobody has.</summary>
    public string? AssigneeId { get; set; }

    /// <summary>Name of who has it.</summary>
    public string? AssigneeName { get; set; }

    /// <summary>Who lent it; null when it is not lent.</summary>
    public string? OwnerId { get; set; }

    /// <summary>In whose place the assignee has it; null without delegation.</summary>
    public string? PrincipalId { get; set; }

    /// <summary>Who asked for it, if a person did.</summary>
    public string? RequesterId { get; init; }

    /// <summary>Deadline; null without.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended; null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Name of who ended it.</summary>
    public string? EndedByName { get; set; }

    /// <summary>Label of the outcome.</summary>
    public string? OutcomeLabel { get; set; }

    /// <summary>Workflow instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Execution of the activity that asked.</summary>
    public string? ActivityExecutionId { get; init; }

    /// <summary>Bookmark to resume.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>What the activity calls it; null when no activity asked.</summary>
    public string? Item { get; init; }

    /// <summary>Which of the item's keys it is: unit, team or person id, or <c>once</c>.</summary>
    public string? ItemKey { get; init; }

    /// <summary>Ids of the documents that belong to it, as a JSON list; null when none.</summary>
    public string? DocumentIds { get; init; }

    /// <summary>What the form shows at first, and what a reviewer sees of the work before, as a JSON object; null when nothing.</summary>
    public string? Given { get; init; }

    /// <summary>The aggregate (<see cref="HumanTask"/>) as JSON.</summary>
    public required string Json { get; set; }
}

internal sealed class TaskTable : IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<TaskRow> builder)
    {
        builder.ToTable("tasks");
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Property(t => t.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(t => t.Given).HasColumnOrder(100);
        builder.Property(t => t.Json).HasColumnOrder(101);
        builder.HasIndex(t => new { t.AssigneeId, t.InboxOrder, t.State, t.Id });
        builder.HasIndex(t => new { t.OwnerId, t.InboxOrder }).HasFilter("owner_id IS NOT NULL");
        builder.HasIndex(t => new { t.PrincipalId, t.IsLive }).HasFilter("principal_id IS NOT NULL");
        builder.HasIndex(t => new { t.RequesterId, t.InboxOrder }).HasFilter("requester_id IS NOT NULL");
        builder.HasIndex(t => new { t.CycleYear, t.StepCode, t.UnitId });
        builder.HasIndex(t => new { t.InstanceId, t.ActivityExecutionId });
        builder.HasIndex(t => new { t.InstanceId, t.ItemKey, t.EndedAt });

        // Lists of all tasks, whole or narrowed to one thing, are read along these, so that a page costs its own rows and not the list's.
        builder.HasIndex(t => new { t.InboxOrder, t.Id });
        builder.HasIndex(t => new { t.CycleYear, t.InboxOrder, t.Id });
        builder.HasIndex(t => new { t.StepCode, t.InboxOrder, t.Id });
        builder.HasIndex(t => new { t.UnitId, t.InboxOrder, t.Id });
        builder.HasIndex(t => new { t.Kind, t.InboxOrder, t.Id });
        builder.HasIndex(t => new { t.CreatedAt, t.Id });
        builder.HasIndex(t => t.EndedAt);
    }
}
