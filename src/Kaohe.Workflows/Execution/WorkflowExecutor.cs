using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Execution;

/// <summary>
/// Runs bursts. A pure function of definition, state, stimulus and time: no I/O, no clock, no randomness, and the given state stays as it was,
/// so the same call gives the same result in the live run, in the simulation and in a test.
/// </summary>
public static class WorkflowExecutor
{
    /// <summary>Runs one burst.</summary>
    /// <param name="workflow">The compiled version that the instance is pinned to.</param>
    /// <param name="state">The state so far; null together with <see cref="StartWorkflow"/>.</param>
    /// <param name="stimulus">What sets the burst off.</param>
    /// <param name="now">The time of the burst.</param>
    /// <param name="catalog">Finds other definitions.</param>
    /// <param name="limits">Bounds of the burst; null means the defaults.</param>
    public static BurstResult Run(
        CompiledWorkflow workflow, WorkflowState? state, Stimulus stimulus, DateTimeOffset now, IWorkflowCatalog catalog, ExecutionLimits? limits = null) =>
        Run(workflow, state, stimulus, now, catalog, limits ?? ExecutionLimits.Default, depth: 0);

    internal static BurstResult Run(
        CompiledWorkflow workflow, WorkflowState? state, Stimulus stimulus, DateTimeOffset now, IWorkflowCatalog catalog, ExecutionLimits limits, int depth)
    {
        if (stimulus is StartWorkflow start)
        {
            using var started = Burst.Start(workflow, start, now, catalog, limits, depth);
            return started.Run(new WorkItem(workflow.Root, Owner: null));
        }

        ArgumentNullException.ThrowIfNull(state);
        var retry = stimulus as RetryFaulted;
        if (state.Status != WorkflowStatus.Running && !(retry is not null && state.SubStatus == WorkflowSubStatus.Faulted))
        {
            return new BurstResult { Outcome = BurstOutcome.NotRunning, State = state };
        }

        using var burst = Burst.Continue(workflow, state, now, catalog, limits, depth);
        return stimulus switch
        {
            ResumeBookmark resume => burst.Resume(resume) ?? new BurstResult { Outcome = BurstOutcome.BookmarkNotFound, State = state },
            RetryFaulted => burst.Retry(retry!.ActivityInstanceId) ?? new BurstResult { Outcome = BurstOutcome.NothingToRetry, State = state },
            ReviseOutputs revise => burst.Revise(revise) ?? new BurstResult { Outcome = BurstOutcome.NothingToRevise, State = state },
            CancelWorkflow cancel => burst.Cancel(cancel.Reason),
            _ => throw new ArgumentException($"Unknown stimulus {stimulus.GetType().Name}.", nameof(stimulus)),
        };
    }
}
