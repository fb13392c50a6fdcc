using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kaohe.Storage.Nodes;

/// <summary>Gives the leases of nodes that are gone back at once, so that nobody waits for the lease to end.</summary>
internal sealed class DeadNodeSweep(
    IDbContextFactory<KaoheDb> databases, IWriteLane lane, INodePresence presence, IChangeFeed feed, TimeProvider clock, ILogger<DeadNodeSweep> logger)
{
    /// <summary>Looks once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var owner in await OwnersAsync(cancellationToken))
        {
            if (await presence.IsGoneAsync(owner, cancellationToken))
            {
                var released = await ReleaseAsync(owner, cancellationToken);
                logger.LogInformation("Node {Node} is gone; {Count} leases were given back.", owner, released);
            }
        }
    }

    /// <summary>Gives back whatever the node holds.</summary>
    public Task<int> ReleaseAsync(string owner, CancellationToken cancellationToken) => lane.RunAsync(
        async (db, cancel) =>
        {
            var now = clock.GetUtcNow();
            var outbox = await db.Outbox.Where(o => o.LeaseOwner == owner).ExecuteUpdateAsync(
                set => set.SetProperty(o => o.LeaseOwner, (string?)null).SetProperty(o => o.AvailableAt, now), cancel);
            var bookmarks = await db.Bookmarks.Where(b => b.LeaseOwner == owner).ExecuteUpdateAsync(
                set => set.SetProperty(b => b.LeaseOwner, (string?)null).SetProperty(b => b.WakeAt, b => b.DueAt), cancel);
            var triggers = await db.Triggers.Where(t => t.LeaseOwner == owner).ExecuteUpdateAsync(
                set => set.SetProperty(t => t.LeaseOwner, (string?)null).SetProperty(t => t.WakeAt, t => t.DueAt), cancel);
            feed.PublishAfterCommit(db, ChangeTopics.Outbox);
            feed.PublishAfterCommit(db, ChangeTopics.Timers);
            return outbox + bookmarks + triggers;
        },
        cancellationToken);

    private async Task<List<string>> OwnersAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.Where(o => o.LeaseOwner != null).Select(o => o.LeaseOwner!)
            .Union(db.Bookmarks.Where(b => b.LeaseOwner != null).Select(b => b.LeaseOwner!))
            .Union(db.Triggers.Where(t => t.LeaseOwner != null).Select(t => t.LeaseOwner!))
            .ToListAsync(cancellationToken);
    }
}
