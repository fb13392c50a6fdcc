namespace Kaohe.Workflows.Execution;

/// <summary>What sets one burst off.</summary>
public abstract record Stimulus;

/// <summary>Starts a new instance.</summary>
public sealed record StartWorkflow : Stimulus
{
    /// <summary>The id the instance gets; the caller makes it, so a retried start is the same start.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Workflow input by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();

    /// <summary>Correlation id; null when none.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Name of the instance; null when none.</summary>
    public string? Name { get; init; }

    /// <summary>The activity to start at (a trigger); null means the definition's own start.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The parent instance; null for a root.</summary>
    public string? ParentInstanceId { get; init; }
}

/// <summary>Resumes one bookmark. A bookmark that is gone yields <see cref="BurstOutcome.BookmarkNotFound"/> and changes nothing.</summary>
public sealed record ResumeBookmark : Stimulus
{
    /// <summary>The bookmark.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>What the resumer says, by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();
}

/// <summary>Ends the instance as Cancelled.</summary>
/// <param name="Reason">Why; goes into the journal.</param>
public sealed record CancelWorkflow(string? Reason) : Stimulus;

/// <summary>An operator runs a faulted activity again, in the same owner.</summary>
/// <param name="ActivityInstanceId">The faulted execution; null means every faulted one.</param>
public sealed record RetryFaulted(string? ActivityInstanceId) : Stimulus;

/// <summary>
/// What a finished activity had put out was corrected: the variables and workflow outputs bound to it receive the new values. Nothing runs again and no
/// bookmark is consumed.
/// </summary>
/// <param name="NodeId">Path of the activity in the graph.</param>
/// <param name="Values">New values by output name, as in definitions; names the activity does not have are left alone.</param>
public sealed record ReviseOutputs(string NodeId, IReadOnlyDictionary<string, object?> Values) : Stimulus;
