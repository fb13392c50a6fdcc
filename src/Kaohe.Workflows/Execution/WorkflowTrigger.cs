namespace Kaohe.Workflows.Execution;

/// <summary>A place where a stimulus, or the clock, starts a new instance of a published definition.</summary>
public sealed record WorkflowTrigger
{
    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The published version row.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>The trigger activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Stimulus name, the activity's type.</summary>
    public required string Name { get; init; }

    /// <summary>Hash that a stimulus must match.</summary>
    public required string Hash { get; init; }

    /// <summary>Payload that went into the hash.</summary>
    public object? Payload { get; init; }

    /// <summary>When the clock starts it next; null when only a stimulus does.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
