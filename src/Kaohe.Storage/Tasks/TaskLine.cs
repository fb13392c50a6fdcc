using System.Linq.Expressions;
using Kaohe.Office.Tasks;

namespace Kaohe.Storage.Tasks;

/// <summary>A task as lists show it.</summary>
public sealed record TaskLine
{
    /// <summary>Task id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public TaskState State { get; init; }

    /// <summary>Whether it still waits for somebody.</summary>
    public bool IsLive { get; init; }

    /// <summary>Kind of work.</summary>
    public required string Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>How pressing.</summary>
    public TaskPriority Priority { get; init; }

    /// <summary>Whether it decides about something submitted.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Need-to-know.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Whether it was sent back to its person.</summary>
    public bool IsReturned { get; init; }

    /// <summary>The assessed unit.</summary>
    public string? UnitId { get; init; }

    /// <summary>Assessment year.</summary>
    public int? CycleYear { get; init; }

    /// <summary>One of the 11 steps.</summary>
    public string? StepCode { get; init; }

    /// <summary>Who has it.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Name of who has it.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>Deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Name of who ended it.</summary>
    public string? EndedByName { get; init; }

    /// <summary>Label of the outcome.</summary>
    public string? OutcomeLabel { get; init; }

    /// <summary>How a row becomes a line, in the database.</summary>
    public static Expression<Func<TaskRow, TaskLine>> FromRow { get; } = row => new TaskLine
    {
        Id = row.Id,
        State = row.State,
        IsLive = row.IsLive,
        Kind = row.Kind,
        Title = row.Title,
        Priority = row.Priority,
        IsApproval = row.IsApproval,
        IsConfidential = row.IsConfidential,
        IsReturned = row.IsReturned,
        UnitId = row.UnitId,
        CycleYear = row.CycleYear,
        StepCode = row.StepCode,
        AssigneeId = row.AssigneeId,
        AssigneeName = row.AssigneeName,
        DueAt = row.DueAt,
        CreatedAt = row.CreatedAt,
        EndedAt = row.EndedAt,
        EndedByName = row.EndedByName,
        OutcomeLabel = row.OutcomeLabel,
    };
}
