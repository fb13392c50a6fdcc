using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Operations.Instances;

/// <summary>An instance in a list, without its state.</summary>
public sealed record InstanceSummary
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name; null when none.</summary>
    public string? Name { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Name of the definition; null when unnamed.</summary>
    public string? DefinitionName { get; init; }

    /// <summary>The pinned version number.</summary>
    public int DefinitionVersion { get; init; }

    /// <summary>Status.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>The finer status.</summary>
    public WorkflowSubStatus SubStatus { get; init; }

    /// <summary>Business key; null when none.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>How many incidents it has.</summary>
    public int IncidentCount { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its latest burst ran.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it ended; null while running.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>Which instances are wanted; null members let everything through.</summary>
public sealed record InstanceFilter
{
    /// <summary>The finer status.</summary>
    public WorkflowSubStatus? SubStatus { get; init; }

    /// <summary>Only instances of this definition.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>Text in name, business key or id.</summary>
    public string? Search { get; init; }

    /// <summary>Only with incidents, or only without.</summary>
    public bool? HasIncidents { get; init; }
}
