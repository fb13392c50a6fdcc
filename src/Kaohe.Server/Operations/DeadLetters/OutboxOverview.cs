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
        var pending = db.Outbox.Where(row => row.Status == OutboxStatus.Pending);
        return new OutboxFigures(
            await pending.CountAsync(cancellationToken),
            await pending.CountAsync(row => row.Reason != null, cancellationToken),
            await pending.Where(row => row.AvailableAt <= now && row.MatchHash == null).MinAsync(row => (DateTimeOffset?)row.AvailableAt, cancellationToken),
            await db.Outbox.CountAsync(row => row.Status == OutboxStatus.Dead, cancellationToken),
            await pending.CountAsync(row => row.LeaseOwner != null, cancellationToken));
    }
}
