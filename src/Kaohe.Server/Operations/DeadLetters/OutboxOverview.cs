using Kaohe.Storage;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Operations.DeadLetters;

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">Effects that wait for delivery.</param>
/// <param name="Retrying">Of these, how many have failed at least once.</param>
/// <param name="OldestAt">When the oldest waiting one could have been delivered; null when none waits or all are for later.</param>
/// <param name="Delivering">In the hands of a node at this moment.</param>
/// <param name="Dead">Dead letters.</param>
public sealed record OutboxFigures(int Waiting, int Retrying, DateTimeOffset? OldestAt, int Dead, int Delivering);

/// <summary>Reads figures of the outbox.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="clock">Now.</param>
public sealed class OutboxOverview(IDbContextFactory<KaoheDb> databases, TimeProvider clock)
{
    /// <summary>Counts.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<OutboxFigures> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();

        // One statement, hence one moment: an effect on its way from waiting to delivered is never missed in between. Each half has an index of its own; most rows are in neither.
        var figures = await db.Outbox.Where(row => row.Status == OutboxStatus.Pending).Concat(db.Outbox.Where(row => row.Status == OutboxStatus.Dead)).GroupBy(_ => 1).Select(rows => new
        {
            Waiting = rows.Count(row => row.Status == OutboxStatus.Pending),
            Retrying = rows.Count(row => row.Status == OutboxStatus.Pending && row.Reason != null),
            OldestAt = rows.Where(row => row.Status == OutboxStatus.Pending && row.AvailableAt <= now && row.MatchHash == null).Min(row => (DateTimeOffset?)row.AvailableAt),
            Dead = rows.Count(row => row.Status == OutboxStatus.Dead),
            Delivering = rows.Count(row => row.Status == OutboxStatus.Pending && row.LeaseOwner != null),
        }).FirstOrDefaultAsync(cancellationToken);
        return figures is null ? new OutboxFigures(0, 0, null, 0, 0) : new OutboxFigures(figures.Waiting, figures.Retrying, figures.OldestAt, figures.Dead, figures.Delivering);
    }
}
