using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Runtime;

/// <summary>A burst that ran in memory and waits for its commit.</summary>
/// <param name="Result">What it did.</param>
/// <param name="Before">The state it was computed from; null for a new instance.</param>
/// <param name="Token">The token of that state; 0 for a new instance.</param>
/// <param name="IsSystem">Whether lists hide the instance.</param>
internal sealed record PreparedBurst(BurstResult Result, WorkflowState? Before, long Token, bool IsSystem)
{
    public bool Ran => Result.Outcome == BurstOutcome.Ran;

    public RunResult Answer() => new(
        Result.Outcome switch
        {
            BurstOutcome.Ran => RunOutcome.Ran,
            BurstOutcome.BookmarkNotFound => RunOutcome.AlreadyDone,
            BurstOutcome.NothingToRetry or BurstOutcome.NothingToRevise => RunOutcome.NothingToRetry,
            _ => RunOutcome.NotRunning,
        },
        Result.State.Id,
        Result.State);
}
