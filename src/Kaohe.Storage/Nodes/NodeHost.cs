using Kaohe.Storage.Outbox;
using Kaohe.Storage.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Nodes;

/// <summary>Runs what a node does by itself: outbox, timers, sweeps. Stops by finishing what runs and giving the rest back.</summary>
internal sealed class NodeHost(
    INodePresence presence, DeadNodeSweep deadNodes, OutboxSweep outboxSweep, HousekeepingSweep housekeeping, OutboxDispatcher outbox, TimerService timers,
    IOptions<NodeOptions> options, ILogger<NodeHost> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await presence.AppearAsync(cancellationToken);

        // What a dead predecessor held is free at once, not when its lease ends.
        await deadNodes.RunAsync(cancellationToken);
        _work = Task.WhenAll(
            Task.Run(() => outbox.RunAsync(options.Value.StopPatience, _stop.Token), CancellationToken.None),
            Task.Run(() => timers.RunAsync(_stop.Token), CancellationToken.None),
            presence.HasOthers ? EveryAsync(options.Value.SweepEvery, deadNodes.RunAsync) : Task.CompletedTask,
            EveryAsync(options.Value.MeasureEvery, outboxSweep.MeasureAsync),
            EveryAsync(options.Value.PurgeEvery, housekeeping.PurgeAsync));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        try
        {
            await _work.WaitAsync(cancellationToken);
        }
        finally
        {
            await presence.DisappearAsync();
        }
    }

    public void Dispose() => _stop.Dispose();

    private async Task EveryAsync(TimeSpan pause, Func<CancellationToken, Task> work)
    {
        using var timer = new PeriodicTimer(pause);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(_stop.Token);
                await work(_stop.Token);
            }
            catch (Exception exception) when (!_stop.IsCancellationRequested)
            {
                // The database is away; the next round does it.
                logger.LogWarning(exception, "A sweep failed.");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
