using System.Diagnostics;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Telemetry;
using Kaohe.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Runtime;

/// <summary>
/// Runs workflow instances: each call is one burst, computed in memory and committed in one transaction with everything it did. When another burst of
/// the same instance was committed first, it is computed again on the new state, so a bookmark is consumed exactly once.
/// </summary>
public sealed class WorkflowRuntime
{
    private readonly BurstRunner _runner;
    private readonly BurstWriter _writer;
    private readonly StimulusDelivery _stimuli;
    private readonly DefinitionCatalog _catalog;
    private readonly IWriteLane _lane;
    private readonly IDbContextFactory<KaoheDb> _databases;
    private readonly KaoheTelemetry _telemetry;

    internal WorkflowRuntime(
        BurstRunner runner, BurstWriter writer, StimulusDelivery stimuli, DefinitionCatalog catalog, IWriteLane lane, IDbContextFactory<KaoheDb> databases, KaoheTelemetry telemetry) =>
        (_runner, _writer, _stimuli, _catalog, _lane, _databases, _telemetry) = (runner, writer, stimuli, catalog, lane, databases, telemetry);

    /// <summary>Starts an instance and runs its first burst.</summary>
    public async Task<RunResult> StartAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        using var trace = Trace("start", request.InstanceId);
        var began = Stopwatch.GetTimestamp();
        if (await FindAsync(request.InstanceId, cancellationToken) is { } existing)
        {
            return existing;
        }

        var burst = _runner.Start(request.DefinitionId, request.VersionId, new StartWorkflow
        {
            InstanceId = request.InstanceId,
            Input = request.Input,
            CorrelationId = request.CorrelationId,
            Name = request.Name,
            TriggerActivityId = request.TriggerActivityId,
            ParentInstanceId = request.ParentInstanceId,
        });
        if (burst is null)
        {
            return new RunResult(RunOutcome.NotFound, request.InstanceId, null);
        }

        var definition = _catalog.FindVersion(burst.Result.State.DefinitionVersionId)!.Definition;
        try
        {
            var started = await _lane.RunAsync(
                async (db, cancel) =>
                {
                    if (!await ActivationRule.AllowsAsync(db, definition, request.CorrelationId, cancel))
                    {
                        return false;
                    }

                    await CommitAsync(db, burst, request.Alongside, cancel);
                    return true;
                },
                cancellationToken);
            _telemetry.BurstDuration.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds, new KeyValuePair<string, object?>("stimulus", "start"));
            return started ? Count("start", burst.Answer()) : new RunResult(RunOutcome.Refused, request.InstanceId, null);
        }
        catch (AlreadyStartedException)
        {
            return await FindAsync(request.InstanceId, cancellationToken) ?? new RunResult(RunOutcome.AlreadyDone, request.InstanceId, null);
        }
    }

    /// <summary>Resumes one bookmark. Whoever comes second is answered <see cref="RunOutcome.AlreadyDone"/>.</summary>
    public Task<RunResult> ResumeAsync(ResumeRequest request, CancellationToken cancellationToken = default) => ContinueAsync(
        "resume", request.InstanceId, new ResumeBookmark { BookmarkId = request.BookmarkId, Input = request.Input }, request.Alongside, cancellationToken);

    /// <summary>Ends an instance as cancelled, and with it the running instances that it started.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why; kept in the state.</param>
    /// <param name="alongside">What to commit together with it; null when nothing.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<RunResult> CancelAsync(string instanceId, string? reason, Alongside? alongside = null, CancellationToken cancellationToken = default) => ContinueAsync(
        "cancel",
        instanceId,
        new CancelWorkflow(reason),
        async (db, cancel) =>
        {
            await _stimuli.CancelChildrenAsync(db, instanceId, reason, cancel);
            await (alongside?.Invoke(db, cancel) ?? Task.CompletedTask);
        },
        cancellationToken);

    /// <summary>Runs faulted activities of an instance again.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="activityInstanceId">The faulted execution; null for every one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<RunResult> RetryAsync(string instanceId, string? activityInstanceId = null, CancellationToken cancellationToken = default) =>
        ContinueAsync("retry", instanceId, new RetryFaulted(activityInstanceId), alongside: null, cancellationToken);

    /// <summary>Gives a stimulus to whoever waits for it: starts what it starts, then resumes every bookmark that waited when it came. A transaction each;
    /// after a failure in between, the same request with the same key does the rest.</summary>
    public async Task<TriggerResult> TriggerAsync(TriggerRequest request, CancellationToken cancellationToken = default)
    {
        var key = request.Key ?? Guid.CreateVersion7().ToString("N");
        var targets = await _stimuli.FindAsync(request, cancellationToken);
        var started = new List<RunResult>();
        foreach (var trigger in targets.Triggers)
        {
            started.Add(await StartAsync(StimulusDelivery.Start(trigger, request, key), cancellationToken));
        }

        var resumed = new List<RunResult>();
        foreach (var (instanceId, bookmarkId) in targets.Bookmarks)
        {
            resumed.Add(await ResumeAsync(new ResumeRequest { InstanceId = instanceId, BookmarkId = bookmarkId, Input = request.Input }, cancellationToken));
        }

        var reached = started.Count > 0 || resumed.Exists(r => r.Ran);
        var queued = !reached && request.QueueWhenUnmatched;
        if (queued)
        {
            await _lane.RunAsync(async (db, cancel) => await _stimuli.QueueAsync(db, request, key, cancel), cancellationToken);
        }

        return new TriggerResult(started, resumed, queued);
    }

    /// <summary>Removes an instance with its journal and whatever it still wanted to do.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(string instanceId, CancellationToken cancellationToken = default) => _lane.RunAsync(
        async (db, cancel) =>
        {
            await db.Outbox.Where(o => o.WorkflowInstanceId == instanceId && o.Kind != Workflows.Execution.Effects.EffectKinds.ResumeParent).ExecuteDeleteAsync(cancel);
            var deleted = await db.WorkflowInstances.Where(i => i.Id == instanceId).ExecuteDeleteAsync(cancel);
            _stimuli.TellInstance(db, instanceId);
            return deleted > 0;
        },
        cancellationToken);

    private async Task<RunResult> ContinueAsync(string kind, string instanceId, Stimulus stimulus, Alongside? alongside, CancellationToken cancellationToken)
    {
        using var trace = Trace(kind, instanceId);
        var began = Stopwatch.GetTimestamp();
        for (var run = 1; ; run++)
        {
            var burst = await _runner.ContinueAsync(instanceId, stimulus, cancellationToken);
            if (burst is null)
            {
                return new RunResult(RunOutcome.NotFound, instanceId, null);
            }

            if (!burst.Ran)
            {
                return Count(kind, burst.Answer());
            }

            try
            {
                await _lane.RunAsync(
                    async (db, cancel) =>
                    {
                        await CommitAsync(db, burst, alongside, cancel);
                        return true;
                    },
                    cancellationToken);
                _telemetry.BurstDuration.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds, new KeyValuePair<string, object?>("stimulus", kind));
                return Count(kind, burst.Answer());
            }
            catch (StaleStateException exception)
            {
                _telemetry.Conflicts.Add(1);
                if (run == Conflicts.MaxRuns)
                {
                    throw new ConflictException($"实例 {instanceId} 一直被同时操作，请稍后再试。", exception);
                }

                await Task.Delay(Conflicts.Pause(run), cancellationToken);
            }
        }
    }

    private async Task CommitAsync(KaoheDb db, PreparedBurst burst, Alongside? alongside, CancellationToken cancellationToken)
    {
        // The burst first: its token check is what makes everything else in the transaction happen once.
        await _writer.WriteAsync(db, burst, cancellationToken);
        if (alongside is not null)
        {
            await alongside(db, cancellationToken);
        }
    }

    private async Task<RunResult?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await InstanceReader.ReadAsync(db, instanceId, cancellationToken) is { } stored ? new RunResult(RunOutcome.AlreadyDone, instanceId, stored.State) : null;
    }

    private RunResult Count(string kind, RunResult result)
    {
        _telemetry.Bursts.Add(1, new("stimulus", kind), new("outcome", result.Outcome.ToString()));
        return result;
    }

    private static Activity? Trace(string kind, string instanceId)
    {
        var trace = KaoheTelemetry.Source.StartActivity($"burst {kind}");
        trace?.SetTag("kaohe.instance", instanceId);
        return trace;
    }
}
