using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Runtime;

/// <summary>What became of a request to the runtime.</summary>
public enum RunOutcome
{
    /// <summary>A burst ran and is committed.</summary>
    Ran,

    /// <summary>Somebody was faster: the bookmark is consumed, or the instance was started already. Nothing changed.</summary>
    AlreadyDone,

    /// <summary>There is no such instance or definition.</summary>
    NotFound,

    /// <summary>The instance is over. Nothing changed.</summary>
    NotRunning,

    /// <summary>Nothing is faulted, so nothing can be retried.</summary>
    NothingToRetry,

    /// <summary>The definition's activation strategy allows no further instance now.</summary>
    Refused,
}

/// <summary>The answer to a request to the runtime.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="State">The state after it, or the state that was found; null when there is none at hand.</param>
public sealed record RunResult(RunOutcome Outcome, string InstanceId, WorkflowState? State)
{
    /// <summary>Whether a burst ran.</summary>
    public bool Ran => Outcome == RunOutcome.Ran;
}
