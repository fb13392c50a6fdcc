using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Timers;

/// <summary>Acts on what is due. Nothing is loaded ahead: the database is the calendar, and this sleeps until its next entry.</summary>
public sealed class TimerService
{
    private readonly TimerClaims _claims;
    private readonly TriggerFiring _triggers;
    private readonly WorkflowRuntime _runtime;
    private readonly IWriteLane _lane;
    private readonly TimerWake _wake;
    private readonly TimeProvider _clock;
    private readonly TimerOptions _options;
    private readonly KaoheTelemetry _telemetry;
    private readonly ILogger<TimerService> _logger;

    internal TimerService(
        TimerClaims claims, TriggerFiring triggers, WorkflowRuntime runtime, IWriteLane lane, TimerWake wake, TimeProvider clock,
        IOptions<TimerOptions> options, KaoheTelemetry telemetry, ILogger<TimerService> logger) =>
        (_claims, _triggers, _runtime, _lane, _wake, _clock, _options, _telemetry, _logger) =
        (claims, triggers, runtime, lane, wake, clock, options.Value, telemetry, logger);

    /// <summary>Acts on everything that is due now and comes back.</summary>
    /// <returns>How many timers fired.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var fired = 0;
        while (await _claims.NextAsync(cancellationToken) is { } next && next <= _clock.GetUtcNow())
        {
            fired += await FireAllAsync(await _claims.TakeBookmarksAsync(cancellationToken), b => b.Id, b => b.DueAt, FireBookmarkAsync, cancellationToken);
            fired += await FireAllAsync(await _claims.TakeTriggersAsync(cancellationToken), t => t.Id, t => t.DueAt, _triggers.FireAsync, cancellationToken);
        }

        return fired;
    }

    /// <summary>Acts on timers as they become due until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                _wake.Forget();
                await RunDueAsync(cancellationToken);
                await _wake.Signal.WaitAsync(await SleepAsync(cancellationToken), cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The database is away; what is due stays due.
                _logger.LogError(exception, "Due timers could not be read.");
                await Task.Delay(_options.LongestSleep, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<TimeSpan> SleepAsync(CancellationToken cancellationToken)
    {
        if (await _claims.NextAsync(cancellationToken) is not { } next)
        {
            return _options.LongestSleep;
        }

        _wake.SleepUntil(next);
        var left = next - _clock.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < _options.LongestSleep ? left + TimeSpan.FromMilliseconds(1) : _options.LongestSleep;
    }

    private async Task<int> FireAllAsync<TRow>(
        List<TRow> rows, Func<TRow, string> id, Func<TRow, DateTimeOffset?> dueAt, Func<TRow, CancellationToken, Task<bool>> fire, CancellationToken cancellationToken)
    {
        var fired = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows, parallel, async (row, cancel) =>
        {
            try
            {
                if (await fire(row, cancel))
                {
                    Interlocked.Increment(ref fired);
                    _telemetry.TimersFired.Add(1);
                    _telemetry.TimerLateness.Record((_clock.GetUtcNow() - (dueAt(row) ?? _clock.GetUtcNow())).TotalMilliseconds);
                }
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                // One timer that cannot fire must not hold up the others; it is taken again when its lease ends.
                _logger.LogError(exception, "Timer {Id} could not fire.", id(row));
            }
        });
        return fired;
    }

    private async Task<bool> FireBookmarkAsync(BookmarkRow row, CancellationToken cancellationToken)
    {
        var result = await _runtime.ResumeAsync(new ResumeRequest { InstanceId = row.WorkflowInstanceId, BookmarkId = row.Id }, cancellationToken);
        if (!result.Ran || result.State!.Bookmarks.Exists(b => b.Id == row.Id))
        {
            // Its time has come and gone; a bookmark that stays (no auto-burn) waits for stimuli only.
            await _lane.RunAsync(
                (db, cancel) => db.Bookmarks.Where(b => b.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(b => b.WakeAt, (DateTimeOffset?)null).SetProperty(b => b.LeaseOwner, (string?)null), cancel),
                cancellationToken);
        }

        return result.Ran;
    }
}
