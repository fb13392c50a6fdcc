namespace Kaohe.Workflows.Execution;

/// <summary>One line of an instance's execution log (Elsa: WorkflowExecutionLogRecord). Append only.</summary>
public sealed record JournalEntry
{
    /// <summary>The instance.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>Position in the instance's journal, from 0, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>The execution that the line is about.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The owner of that execution; null for the workflow.</summary>
    public string? ParentActivityInstanceId { get; init; }

    /// <summary>Id of the activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Type of the activity.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of that type.</summary>
    public int ActivityTypeVersion { get; init; } = 1;

    /// <summary>Name of the activity; null when unnamed.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Path of the activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Started, Suspended, Resumed, Completed, Canceled, Faulted …</summary>
    public required string EventName { get; init; }

    /// <summary>More about it; null when the name says all.</summary>
    public string? Message { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Evaluated inputs by name, on entries that end an execution; null otherwise.</summary>
    public IReadOnlyDictionary<string, object?>? ActivityState { get; init; }

    /// <summary>Outcomes and other data of the event; null when none.</summary>
    public IReadOnlyDictionary<string, object?>? Payload { get; init; }
}
