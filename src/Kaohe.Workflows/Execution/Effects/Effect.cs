namespace Kaohe.Workflows.Execution.Effects;

/// <summary>
/// Something the executor asks the world to do after the burst is committed. Delivered at least once and deduplicated by <see cref="Key"/>.
/// </summary>
public sealed record Effect
{
    /// <summary>Unique and reproducible: instance id, activity execution and ordinal. The same burst run again asks with the same key.</summary>
    public required string Key { get; init; }

    /// <summary>Which handler delivers it, for example <c>Elsa.RunTask</c> (<see cref="EffectKinds"/>).</summary>
    public required string Kind { get; init; }

    /// <summary>The instance that asks.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>The execution that asks.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Payload that the handler understands; serializes with <see cref="State.WorkflowStateSerializer"/>.</summary>
    public object? Payload { get; init; }

    /// <summary>Not to be delivered earlier; null means at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
