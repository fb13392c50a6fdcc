namespace Kaohe.Workflows.Definitions;

/// <summary>Options of a definition; null means the default.</summary>
public sealed record WorkflowOptions
{
    /// <summary>Strategy that may refuse a start (singleton, correlation …).</summary>
    public string? ActivationStrategyType { get; init; }

    /// <summary>Whether other definitions may use it as an activity.</summary>
    public bool UsableAsActivity { get; init; }

    /// <summary>Whether definitions that use it follow a new version.</summary>
    public bool AutoUpdateConsumingWorkflows { get; init; }

    /// <summary>Category in the designer when used as an activity.</summary>
    public string? ActivityCategory { get; init; }

    /// <summary>What a fault does to the instance.</summary>
    public string? IncidentStrategyType { get; init; }

    /// <summary>Commit strategy; this engine always commits whole bursts.</summary>
    public string? CommitStrategyName { get; init; }

    /// <summary>Whether a fault stops only its own path (ContinueWithIncidentsStrategy).</summary>
    public bool ContinuesWithIncidents => IncidentStrategyType?.Contains("ContinueWithIncidents", StringComparison.Ordinal) == true;
}
