using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Versioning;

/// <summary>What moving a running instance to another version would do. Nothing is changed until <see cref="State"/> is stored.</summary>
public sealed record MigrationPlan
{
    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Version that it runs now.</summary>
    public required int FromVersion { get; init; }

    /// <summary>Version that it would run.</summary>
    public required int ToVersion { get; init; }

    /// <summary>Activities in progress and where each goes.</summary>
    public required IReadOnlyList<MigrationMove> Moves { get; init; }

    /// <summary>Variables whose values would be lost, by name.</summary>
    public required IReadOnlyList<string> LostVariables { get; init; }

    /// <summary>What prevents the migration, in Chinese; empty when it can be done.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>The state after the migration; the old one when there are problems.</summary>
    public required WorkflowState State { get; init; }

    /// <summary>Whether it can be done.</summary>
    public bool IsPossible => Problems.Count == 0;
}

/// <summary>One activity in progress.</summary>
/// <param name="FromNodeId">Where it is.</param>
/// <param name="ToNodeId">Where it goes; null when it is dropped with everything below it.</param>
/// <param name="ActivityInstanceId">Its execution.</param>
/// <param name="Waits">Whether it waits for somebody or something.</param>
public sealed record MigrationMove(string FromNodeId, string? ToNodeId, string ActivityInstanceId, bool Waits);
