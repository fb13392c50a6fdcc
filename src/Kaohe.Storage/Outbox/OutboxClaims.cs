using System.Security.Cryptography;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Outbox;

/// <summary>Takes effects for this node, keeps them, and gives them back. A taken row is out of the others' sight until its lease ends.</summary>
internal sealed class OutboxClaims(IDbContextFactory<KaoheDb> databases, IWriteLane lane, NodeIdentity node, TimeProvider clock, IOptions<OutboxOptions> options)
{
    private const int LongestReason = 2000;

    private const string TakeOnSqlite = """
        UPDATE outbox SET lease_owner = {0}, available_at = {1}, attempts = attempts + 1
        WHERE id IN (SELECT id FROM outbox WHERE status = 'Pending' AND available_at <= {2} ORDER BY available_at, id LIMIT {3})
        RETURNING *
        """;

    // Rows that another node is taking at this moment are passed over.
    private const string TakeOnPostgres = """
        UPDATE outbox SET lease_owner = {0}, available_at = {1}, attempts = attempts + 1
        WHERE id IN (SELECT id FROM outbox WHERE status = 'Pending' AND available_at <= {2} ORDER BY available_at, id LIMIT {3} FOR UPDATE SKIP LOCKED)
        RETURNING *
        """;

    private static readonly SqlText Settle = new(
        "UPDATE outbox SET status = $1, settled_at = $2, payload = NULL, match_hash = NULL, reason = NULL, lease_owner = NULL WHERE id = $3 AND lease_owner = $4 AND status = 'Pending'",
        SqlParameterKind.Name, SqlParameterKind.Time, SqlParameterKind.Long, SqlParameterKind.Text);

    /// <summary>Takes up to the given number of effects that are due, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxRow>> TakeAsync(int most, CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } next || next > clock.GetUtcNow())
        {
            return []; // an idle node writes nothing
        }

        return await lane.RunAsync(
            async (db, cancel) =>
            {
                var now = clock.GetUtcNow();
                var rows = await db.Outbox.FromSqlRaw(
                    db.Database.IsSqlite() ? TakeOnSqlite : TakeOnPostgres, node.Id, db.Time(now + options.Value.Lease), db.Time(now), most)
                    .AsNoTracking().ToListAsync(cancel);
                return rows.OrderBy(r => r.Id).ToList();
            },
            cancellationToken);
    }

    /// <summary>When the next effect may be taken; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await HotQueries.Of(db).NextEffect(db, cancellationToken);
    }

    /// <summary>Prolongs every lease of this node.</summary>
    public Task<int> RenewAsync(CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + options.Value.Lease;
        return lane.RunAsync(
            (db, cancel) => db.Outbox.Where(o => o.LeaseOwner == node.Id && o.Status == OutboxStatus.Pending)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.AvailableAt, until), cancel),
            cancellationToken);
    }

    /// <summary>Marks an effect as delivered in the transaction of the context.</summary>
    /// <exception cref="LeaseLostException">The lease ended, and another node has the effect.</exception>
    public Task MarkDeliveredAsync(KaoheDb db, OutboxRow row, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch();
        batch.AddMust(() => new LeaseLostException(row.Key), Settle, OutboxStatus.Delivered, clock.GetUtcNow(), row.Id, node.Id);
        return batch.ExecuteAsync(db, cancellationToken);
    }

    /// <summary>Puts an effect back without counting the attempt.</summary>
    public static Task PutBackAsync(KaoheDb db, OutboxRow row, DateTimeOffset until, CancellationToken cancellationToken) =>
        db.Outbox.Where(o => o.Id == row.Id && o.LeaseOwner == row.LeaseOwner).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.AvailableAt, until).SetProperty(o => o.LeaseOwner, (string?)null).SetProperty(o => o.Attempts, o => o.Attempts - 1),
            cancellationToken);

    /// <summary>Makes an effect a dead letter.</summary>
    public static Task BuryAsync(KaoheDb db, OutboxRow row, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Outbox.Where(o => o.Id == row.Id && o.LeaseOwner == row.LeaseOwner).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Status, OutboxStatus.Dead).SetProperty(o => o.LeaseOwner, (string?)null)
                .SetProperty(o => o.Reason, Shorten(reason)).SetProperty(o => o.SettledAt, now),
            cancellationToken);

    /// <summary>Notes a failed attempt: again after a pause, or a dead letter after the last one.</summary>
    /// <returns>Whether it is a dead letter now.</returns>
    public Task<bool> NoteFailureAsync(OutboxRow row, string reason, bool final, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dead = final || row.Attempts >= options.Value.MaxAttempts;
        return lane.RunAsync(
            async (db, cancel) =>
            {
                if (dead)
                {
                    await BuryAsync(db, row, reason, now, cancel);
                }
                else
                {
                    var next = now + Pause(row.Attempts);
                    await db.Outbox.Where(o => o.Id == row.Id && o.LeaseOwner == node.Id).ExecuteUpdateAsync(
                        set => set.SetProperty(o => o.AvailableAt, next).SetProperty(o => o.LeaseOwner, (string?)null).SetProperty(o => o.Reason, Shorten(reason)),
                        cancel);
                }

                return dead;
            },
            cancellationToken);
    }

    private static string Shorten(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];

    private TimeSpan Pause(int attempts)
    {
        var doubled = options.Value.FirstPause * Math.Pow(2, Math.Min(attempts - 1, 30));
        var capped = doubled < options.Value.LongestPause ? doubled : options.Value.LongestPause;
        return capped * (RandomNumberGenerator.GetInt32(50, 151) / 100.0);
    }
}
