using System.Collections.Concurrent;
using Kaohe.Storage.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Outbox;

/// <summary>Takes due effects for this node and has them delivered, several at a time.</summary>
public sealed class OutboxDispatcher : IDisposable
{
    private const int MostTaken = 64;

    private readonly ConcurrentDictionary<long, Task> _inFlight = [];
    private readonly Dictionary<long, OutboxRow> _takenAgain = [];
    private readonly Lock _starting = new();
    private readonly Signal _signal = new();
    private readonly SemaphoreSlim _slots;
    private readonly OutboxClaims _claims;
    private readonly OutboxDelivery _delivery;
    private readonly DeadNodeSweep _sweep;
    private readonly NodeIdentity _node;
    private readonly OutboxOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<OutboxDispatcher> _logger;
    private readonly IDisposable _subscription;

    internal OutboxDispatcher(
        OutboxClaims claims, OutboxDelivery delivery, DeadNodeSweep sweep, NodeIdentity node, IChangeFeed feed, TimeProvider clock,
        IOptions<OutboxOptions> options, ILogger<OutboxDispatcher> logger)
    {
        (_claims, _delivery, _sweep, _node, _clock, _options, _logger) = (claims, delivery, sweep, node, clock, options.Value, logger);
        _slots = new SemaphoreSlim(_options.Concurrency);
        _subscription = feed.Subscribe(notice =>
        {
            if (notice.Topic is ChangeTopics.Outbox or ChangeTopics.Missed)
            {
                _signal.Set();
            }
        });
    }

    /// <summary>Delivers everything that is due now, and what that causes, and comes back. For tests and tools; the product runs <see cref="RunAsync"/>.</summary>
    /// <returns>How many effects were taken.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        for (var taken = 0; ; )
        {
            var count = await TakeAsync(cancellationToken, cancellationToken);
            await Task.WhenAll(_inFlight.Values);
            if (count == 0 && _inFlight.IsEmpty)
            {
                return taken;
            }

            taken += count;
        }
    }

    /// <summary>Delivers effects as they become due until cancelled, then finishes what runs (at most <paramref name="patience"/>) and gives the rest back.</summary>
    public async Task RunAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var abort = new CancellationTokenSource();
        var renewing = RenewAsync(abort.Token);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await TakeAsync(cancellationToken, abort.Token) == 0)
                {
                    await _signal.WaitAsync(await SleepAsync(cancellationToken), cancellationToken);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The database is away; effects wait in it.
                _logger.LogError(exception, "The outbox could not be read.");
                await _signal.WaitAsync(_options.Poll, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        abort.CancelAfter(patience);
        await Task.WhenAll(_inFlight.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        await abort.CancelAsync();
        await renewing;
        await _sweep.ReleaseAsync(_node.Id, CancellationToken.None);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription.Dispose();
        _slots.Dispose();
    }

    private async Task<TimeSpan> SleepAsync(CancellationToken cancellationToken)
    {
        var left = await _claims.NextAsync(cancellationToken) - _clock.GetUtcNow() ?? _options.Poll;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < _options.Poll ? left + TimeSpan.FromMilliseconds(1) : _options.Poll;
    }

    private async Task<int> TakeAsync(CancellationToken stopping, CancellationToken abort)
    {
        // Taken before anybody is free for it, an effect would only lie here instead of there; waiting lets more of them be taken at once.
        while (_inFlight.Count >= _options.Concurrency)
        {
            await Task.WhenAny(_inFlight.Values.Append(Task.Delay(_options.Poll, stopping)));
        }

        var rows = await _claims.TakeAsync(MostTaken - _inFlight.Count, stopping);
        lock (_starting)
        {
            foreach (var row in rows)
            {
                if (!TryStart(row, stopping, abort))
                {
                    _takenAgain[row.Id] = row;
                }
            }
        }

        return rows.Count;
    }

    private bool TryStart(OutboxRow row, CancellationToken stopping, CancellationToken abort)
    {
        var delivery = new Task<Task>(() => DeliverAsync(row, stopping, abort));
        if (!_inFlight.TryAdd(row.Id, delivery.Unwrap()))
        {
            return false;
        }

        delivery.Start(TaskScheduler.Default);
        return true;
    }

    // An effect that was taken while it was in work here only had its lease prolonged, unless it had just been put back: then it is begun again.
    private void End(OutboxRow row, bool isPutBack, CancellationToken stopping, CancellationToken abort)
    {
        lock (_starting)
        {
            _inFlight.TryRemove(row.Id, out _);
            if (_takenAgain.Remove(row.Id, out var again) && isPutBack)
            {
                TryStart(again, stopping, abort);
                return;
            }
        }

        if (isPutBack)
        {
            // While it was in work nobody knew when to look at it again.
            _signal.Set();
        }
    }

    private async Task DeliverAsync(OutboxRow row, CancellationToken stopping, CancellationToken abort)
    {
        var isPutBack = false;
        try
        {
            await _slots.WaitAsync(stopping);
            try
            {
                isPutBack = await _delivery.DeliverAsync(row, abort);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: the lease is given back at the end.
        }
        catch (Exception exception)
        {
            // The database is away; the lease ends by itself.
            _logger.LogError(exception, "Effect {Key} could not be settled.", row.Key);
        }
        finally
        {
            End(row, isPutBack, stopping, abort);
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.Lease / 3);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(cancellationToken);
                if (!_inFlight.IsEmpty)
                {
                    await _claims.RenewAsync(cancellationToken);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The database is away; another node may take over when the lease ends.
                _logger.LogWarning(exception, "Leases could not be prolonged.");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
