using Kaohe.Storage.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Outbox;

/// <summary>Measures the outbox for the metrics.</summary>
internal sealed class OutboxSweep(IDbContextFactory<KaoheDb> databases, KaoheTelemetry telemetry, TimeProvider clock)
{
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var depth = await db.Outbox.CountAsync(o => o.Status == OutboxStatus.Pending, cancellationToken);
        var oldest = await db.Outbox.Where(o => o.Status == OutboxStatus.Pending && o.AvailableAt <= now)
            .OrderBy(o => o.AvailableAt).Select(o => (DateTimeOffset?)o.AvailableAt).FirstOrDefaultAsync(cancellationToken);
        var dead = await db.Outbox.CountAsync(o => o.Status == OutboxStatus.Dead, cancellationToken);
        telemetry.ObserveOutbox(depth, oldest is { } since ? now - since : TimeSpan.Zero, dead);
    }
}
