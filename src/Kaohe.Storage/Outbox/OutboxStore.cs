using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Paging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Outbox;

/// <summary>What an operator sees of the outbox and can do about it.</summary>
public sealed class OutboxStore(
    IDbContextFactory<KaoheDb> databases, IWriteLane lane, IChangeFeed feed, TimeProvider clock, IOptions<OutboxOptions> options) : IHousekeeping
{
    /// <summary>Lists effects, newest first.</summary>
    public async Task<Page<OutboxRow>> ListAsync(OutboxFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await page.ReadAsync(filter.Apply(db.Outbox.AsNoTracking()).OrderByDescending(o => o.Id), cancellationToken);
    }

    /// <summary>Makes one dead letter wait for delivery again, with all its attempts.</summary>
    /// <returns>Whether it was a dead letter.</returns>
    public async Task<bool> ReplayAsync(long id, CancellationToken cancellationToken = default) =>
        await ReplayAsync(rows => rows.Where(o => o.Id == id), cancellationToken) > 0;

    /// <summary>Makes all dead letters that the filter lets through wait for delivery again.</summary>
    /// <returns>How many.</returns>
    public Task<int> ReplayAllAsync(OutboxFilter filter, CancellationToken cancellationToken = default) => ReplayAsync(filter.Apply, cancellationToken);

    /// <summary>Removes a dead letter that an operator has dealt with.</summary>
    /// <returns>Whether it was a dead letter.</returns>
    public Task<bool> DiscardAsync(long id, CancellationToken cancellationToken = default) => lane.RunAsync(
        async (db, cancel) => await db.Outbox.Where(o => o.Id == id && o.Status == OutboxStatus.Dead).ExecuteDeleteAsync(cancel) > 0, cancellationToken);

    /// <summary>Removes delivered effects that are older than the settings say.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow() - options.Value.KeepDelivered;
        return lane.RunAsync(
            (db, cancel) => db.Outbox.Where(o => o.Status == OutboxStatus.Delivered && o.SettledAt < before).ExecuteDeleteAsync(cancel), cancellationToken);
    }

    private Task<int> ReplayAsync(Func<IQueryable<OutboxRow>, IQueryable<OutboxRow>> choose, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expires = now + options.Value.StimulusTimeToLive;
        return lane.RunAsync(
            (db, cancel) =>
            {
                feed.PublishAfterCommit(db, ChangeTopics.Outbox);
                return choose(db.Outbox.Where(o => o.Status == OutboxStatus.Dead)).ExecuteUpdateAsync(
                    set => set.SetProperty(o => o.Status, OutboxStatus.Pending)
                        .SetProperty(o => o.Attempts, 0)
                        .SetProperty(o => o.AvailableAt, now)
                        .SetProperty(o => o.SettledAt, (DateTimeOffset?)null)
                        .SetProperty(o => o.ExpiresAt, o => o.ExpiresAt == null ? null : expires),
                    cancel);
            },
            cancellationToken);
    }
}
