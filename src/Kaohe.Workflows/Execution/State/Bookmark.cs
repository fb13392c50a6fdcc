namespace Kaohe.Workflows.Execution.State;

/// <summary>A place where an instance waits. Consumed exactly once when <see cref="AutoBurn"/> is set.</summary>
public sealed record Bookmark
{
    /// <summary>Id, unique over all instances.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the stimulus it waits for; the activity's type unless the activity says otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>Upper-case hex SHA-256 that a stimulus must match (<see cref="StimulusHash"/>).</summary>
    public required string Hash { get; init; }

    /// <summary>Payload that went into the hash; null when none.</summary>
    public object? Payload { get; init; }

    /// <summary>Id of the waiting activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Path of the waiting activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Execution that waits.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the clock itself resumes it; null when only a stimulus does.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether the first resume removes it.</summary>
    public bool AutoBurn { get; init; } = true;

    /// <summary>Name of the activity's resume method; null means complete the activity.</summary>
    public string? CallbackMethodName { get; init; }

    /// <summary>Whether an activity without a resume method completes on resume.</summary>
    public bool AutoComplete { get; init; } = true;

    /// <summary>Text for lists and filters (task kind, step code); null when none.</summary>
    public Dictionary<string, string>? Metadata { get; init; }
}
