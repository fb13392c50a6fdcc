namespace Kaohe.Workflows.Execution.State;

/// <summary>
/// Everything an instance is between two bursts: plain data that serializes with <see cref="WorkflowStateSerializer"/>.
/// The executor never changes the state it is given; a burst yields a new one.
/// </summary>
public sealed class WorkflowState
{
    /// <summary>Instance id, unique over all instances.</summary>
    public required string Id { get; init; }

    /// <summary>The definition that this instance runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The pinned version row of that definition.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>The pinned version number.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Business key that filters stimuli; null when none is set.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Name set by SetName or by the starter.</summary>
    public string? Name { get; init; }

    /// <summary>The instance that waits for this one or started it; null for a root.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>Running or Finished.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>The finer status.</summary>
    public WorkflowSubStatus SubStatus { get; init; }

    /// <summary>What the instance waits for.</summary>
    public List<Bookmark> Bookmarks { get; init; } = [];

    /// <summary>What went wrong, oldest first.</summary>
    public List<Incident> Incidents { get; init; } = [];

    /// <summary>Owners that wait for a child's completion.</summary>
    public List<CompletionCallback> CompletionCallbacks { get; init; } = [];

    /// <summary>Live activity executions (completed ones are dropped, except the root's, which holds the variables).</summary>
    public List<ActivityExecutionState> ActivityExecutionContexts { get; init; } = [];

    /// <summary>Workflow input whose definition asks to be kept.</summary>
    public Dictionary<string, object?> Input { get; init; } = [];

    /// <summary>Workflow output so far.</summary>
    public Dictionary<string, object?> Output { get; init; } = [];

    /// <summary>Instance-wide properties of the engine and of activities.</summary>
    public Dictionary<string, object?> Properties { get; init; } = [];

    /// <summary>Number of the next activity execution; ids derive from it, so a burst is reproducible.</summary>
    public long NextExecutionNumber { get; init; }

    /// <summary>Number of the next journal entry.</summary>
    public long NextSequence { get; init; }

    /// <summary>Number of the next effect; effect keys derive from it.</summary>
    public long NextEffectNumber { get; init; }

    /// <summary>When the first burst ran.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the latest burst ran.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended; null while running.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
