namespace Kaohe.Workflows.Execution.State;

/// <summary>One live activity execution inside <see cref="WorkflowState"/>.</summary>
public sealed class ActivityExecutionState
{
    /// <summary>Activity instance id, unique over all instances.</summary>
    public required string Id { get; init; }

    /// <summary>Path of the activity in the graph, for example <c>Workflow1:fc:a</c>.</summary>
    public required string NodeId { get; init; }

    /// <summary>Id of the owning execution; null for the workflow itself.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Status.</summary>
    public ActivityStatus Status { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it completed; null while live.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Faults in this execution and below it.</summary>
    public int AggregateFaultCount { get; init; }

    /// <summary>What the owner said when it scheduled this execution (a branch or an index).</summary>
    public string? Tag { get; init; }

    /// <summary>The activity's own memory between bursts: indexes, flow scope, progress.</summary>
    public Dictionary<string, object?>? Properties { get; init; }

    /// <summary>Variables declared here, by variable id.</summary>
    public Dictionary<string, object?>? Variables { get; init; }

    /// <summary>Loop variables visible below this execution, by name (CurrentValue, CurrentIndex).</summary>
    public Dictionary<string, object?>? DynamicVariables { get; init; }
}
