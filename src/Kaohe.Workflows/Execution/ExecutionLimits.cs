namespace Kaohe.Workflows.Execution;

/// <summary>What a single burst may use before it is stopped with an incident.</summary>
public sealed record ExecutionLimits
{
    /// <summary>The defaults.</summary>
    public static ExecutionLimits Default { get; } = new();

    /// <summary>Most activity executions in one burst; an endless loop ends here.</summary>
    public int MaxExecutionsPerBurst { get; init; } = 500_000;

    /// <summary>Deepest chain of workflows that execute workflows inside one burst.</summary>
    public int MaxNestedWorkflows { get; init; } = 16;
}
