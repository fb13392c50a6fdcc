using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>The latest facts of one activity execution, for the viewer. One row an execution, replaced at each burst that touches it.</summary>
public sealed record ActivityExecutionRecord
{
    /// <summary>Activity instance id.</summary>
    public required string Id { get; init; }

    /// <summary>The workflow instance.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>Id of the activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Path of the activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Type of the activity.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of that type.</summary>
    public int ActivityTypeVersion { get; init; } = 1;

    /// <summary>Name of the activity; null when unnamed.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Execution that scheduled this one; null for the workflow.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>Status.</summary>
    public ActivityStatus Status { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it completed; null while live.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether it waits for a bookmark.</summary>
    public bool HasBookmarks { get; init; }

    /// <summary>Faults in it and below it.</summary>
    public int AggregateFaultCount { get; init; }

    /// <summary>Evaluated inputs by name; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? ActivityState { get; init; }

    /// <summary>Outputs by name; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Outputs { get; init; }

    /// <summary>Journal data such as Outcomes; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Payload { get; init; }

    /// <summary>Message of the fault; null when it did not fault.</summary>
    public string? Exception { get; init; }
}
