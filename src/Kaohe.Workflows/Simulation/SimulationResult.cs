using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Simulation;

/// <summary>What a played case did; one JSON line a case.</summary>
public sealed record SimulationResult
{
    /// <summary>Name of the case.</summary>
    public required string Name { get; init; }

    /// <summary><c>Status/SubStatus</c> after the start burst.</summary>
    public required string StartStatus { get; init; }

    /// <summary>Bookmarks after the start burst.</summary>
    public required IReadOnlyList<SimulatedBookmark> StartBookmarks { get; init; }

    /// <summary><c>Status/SubStatus</c> at the end.</summary>
    public required string Status { get; init; }

    /// <summary>What WriteLine wrote, over all instances.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary><c>activityId|type|event</c> of the instance first started.</summary>
    public required IReadOnlyList<string> Journal { get; init; }

    /// <summary><c>type: message</c>.</summary>
    public required IReadOnlyList<string> Incidents { get; init; }

    /// <summary>Workflow output.</summary>
    public required IReadOnlyDictionary<string, object?> Output { get; init; }

    /// <summary>Correlation id at the end.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Instance name at the end.</summary>
    public string? InstanceName { get; init; }
}

/// <summary>A bookmark as cases show it.</summary>
/// <param name="Name">Stimulus name.</param>
/// <param name="ActivityId">Who waits.</param>
/// <param name="Hash">Hash, for events only: other hashes hold generated ids.</param>
public sealed record SimulatedBookmark(string Name, string ActivityId, string? Hash)
{
    internal static SimulatedBookmark From(Bookmark bookmark) =>
        new(bookmark.Name, bookmark.ActivityId, bookmark.Name == "Elsa.Event" ? bookmark.Hash : null);
}
