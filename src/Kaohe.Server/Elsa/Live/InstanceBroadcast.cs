using Kaohe.Server.Elsa.Instances;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Nodes;
using Microsoft.AspNetCore.SignalR;

namespace Kaohe.Server.Elsa.Live;

/// <summary>Tells viewers that an instance went on: new badges, new journal lines, new state.</summary>
/// <param name="feed">Says which instance changed.</param>
/// <param name="observed">Who watches what.</param>
/// <param name="queries">Counts executions.</param>
/// <param name="hub">The viewers.</param>
/// <param name="logger">Keeps what went wrong.</param>
internal sealed class InstanceBroadcast(
    IChangeFeed feed, ObservedInstances observed, InstanceQueries queries, IHubContext<InstanceHub> hub, ILogger<InstanceBroadcast> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var notice in feed.ListenAsync(each => each.Topic == ChangeTopics.Instance && observed.Contains(each.Id), stoppingToken))
            {
                foreach (var id in notice.Topic == ChangeTopics.Missed ? observed.All() : [notice.Id])
                {
                    await TellAsync(id, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TellAsync(string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            var stats = await queries.StatsAsync(instanceId, activityNodeIds: null, cancellationToken);
            var viewers = hub.Clients.Group(instanceId);
            await viewers.SendAsync("ActivityExecutionLogUpdatedAsync", new { Stats = stats.Select(StatsModel.Of) }, cancellationToken);
            await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, cancellationToken);
            await viewers.SendAsync("WorkflowInstanceUpdatedAsync", new { WorkflowInstanceId = instanceId }, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Best effort: the viewer reads everything when it is opened again.
            logger.LogWarning(exception, "Viewers of instance {Instance} were not told of a change.", instanceId);
        }
    }
}
