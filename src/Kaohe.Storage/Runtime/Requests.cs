namespace Kaohe.Storage.Runtime;

/// <summary>Work that shares the transaction of a burst, for example closing the task that the burst answers. After a conflict it runs again on a
/// fresh context; it does not run at all when the burst does not.</summary>
public delegate Task Alongside(KaoheDb db, CancellationToken cancellationToken);

/// <summary>Asks for a new instance.</summary>
public sealed record StartRequest
{
    /// <summary>The definition, whose published version is used; null when <see cref="VersionId"/> is given.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The version row to run, for example a draft that is tried out; null for the published one.</summary>
    public string? VersionId { get; init; }

    /// <summary>Id of the new instance; a second start with the same id is answered "already done".</summary>
    public required string InstanceId { get; init; }

    /// <summary>Workflow input by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();

    /// <summary>Correlation id; null when none.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Name of the instance; null when none.</summary>
    public string? Name { get; init; }

    /// <summary>The activity to start at; null for the definition's own start.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The instance that asks; null when none does.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>What to commit together with the first burst; null when nothing.</summary>
    public Alongside? Alongside { get; init; }
}

/// <summary>Asks to resume one bookmark.</summary>
public sealed record ResumeRequest
{
    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The bookmark.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>What the resumer says, by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();

    /// <summary>What to commit together with the burst; null when nothing.</summary>
    public Alongside? Alongside { get; init; }
}

/// <summary>A stimulus for whoever waits for it: triggers of published definitions, and bookmarks.</summary>
public sealed record TriggerRequest
{
    /// <summary>What triggers and bookmarks must match (<see cref="Kaohe.Workflows.Execution.StimulusHash"/>).</summary>
    public required string Hash { get; init; }

    /// <summary>Makes the request idempotent: instances it starts get ids derived from it. Null makes each call a new one.</summary>
    public string? Key { get; init; }

    /// <summary>Only instances with this correlation id, and the correlation id of started ones; null for all.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only this instance, and no triggers; null for all.</summary>
    public string? WorkflowInstanceId { get; init; }

    /// <summary>Only this bookmark, and no triggers; null for all.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>Input for whoever is started or resumed.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();

    /// <summary>Whether a stimulus that nobody waits for yet is kept for ten minutes.</summary>
    public bool QueueWhenUnmatched { get; init; } = true;
}

/// <summary>Whom a stimulus reached.</summary>
/// <param name="Started">Answers of the starts.</param>
/// <param name="Resumed">Answers of the resumes.</param>
/// <param name="Queued">Whether nobody waited and the stimulus is kept.</param>
public sealed record TriggerResult(IReadOnlyList<RunResult> Started, IReadOnlyList<RunResult> Resumed, bool Queued);
