using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>Whether a burst ran.</summary>
public enum BurstOutcome
{
    /// <summary>It ran; the new state must be committed with journal, bookmarks and effects.</summary>
    Ran,

    /// <summary>The bookmark is not there (any more): somebody was faster. Nothing changed.</summary>
    BookmarkNotFound,

    /// <summary>The instance is not running. Nothing changed.</summary>
    NotRunning,

    /// <summary>Nothing is faulted, so nothing can be retried. Nothing changed.</summary>
    NothingToRetry,

    /// <summary>There is no such activity any more, or nothing it was bound to.</summary>
    NothingToRevise,
}

/// <summary>What one burst did. Commit all of it in one transaction, or nothing.</summary>
public sealed record BurstResult
{
    /// <summary>Whether it ran.</summary>
    public required BurstOutcome Outcome { get; init; }

    /// <summary>The state after the burst (the given one when nothing ran).</summary>
    public required WorkflowState State { get; init; }

    /// <summary>New journal entries, in order.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];

    /// <summary>Executions that were touched, each in its latest form.</summary>
    public IReadOnlyList<ActivityExecutionRecord> Executions { get; init; } = [];

    /// <summary>What the world should do, in order.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Instances that ran inside this burst (ExecuteWorkflow), to be committed with it.</summary>
    public IReadOnlyList<BurstResult> Children { get; init; } = [];
}
