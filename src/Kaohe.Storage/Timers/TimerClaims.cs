using Kaohe.Storage.Definitions;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Timers;

/// <summary>Takes due bookmarks and triggers for this node. Taking only keeps other nodes from doing the same work; what makes a timer fire once
/// is the transaction that acts on it.</summary>
internal sealed class TimerClaims(IWriteLane lane, IDbContextFactory<KaoheDb> databases, NodeIdentity node, TimeProvider clock, IOptions<TimerOptions> options)
{
    private const string BookmarksOnSqlite = """
        UPDATE bookmarks SET lease_owner = {0}, wake_at = {1}
        WHERE id IN (SELECT id FROM bookmarks WHERE wake_at <= {2} ORDER BY wake_at LIMIT {3})
        RETURNING *
        """;

    private const string BookmarksOnPostgres = """
        UPDATE bookmarks SET lease_owner = {0}, wake_at = {1}
        WHERE id IN (SELECT id FROM bookmarks WHERE wake_at <= {2} ORDER BY wake_at LIMIT {3} FOR UPDATE SKIP LOCKED)
        RETURNING *
        """;

    private const string TriggersOnSqlite = """
        UPDATE triggers SET lease_owner = {0}, wake_at = {1}
        WHERE id IN (SELECT id FROM triggers WHERE wake_at <= {2} ORDER BY wake_at LIMIT {3})
        RETURNING *
        """;

    private const string TriggersOnPostgres = """
        UPDATE triggers SET lease_owner = {0}, wake_at = {1}
        WHERE id IN (SELECT id FROM triggers WHERE wake_at <= {2} ORDER BY wake_at LIMIT {3} FOR UPDATE SKIP LOCKED)
        RETURNING *
        """;

    /// <summary>When something is due next; null when nothing ever is. A read, so that an idle node writes nothing.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var bookmark = await HotQueries.Of(db).NextBookmark(db, cancellationToken);
        var trigger = await HotQueries.Of(db).NextTrigger(db, cancellationToken);
        return bookmark is null || trigger < bookmark ? trigger : bookmark;
    }

    /// <summary>Takes due bookmarks, the earliest first.</summary>
    public Task<List<BookmarkRow>> TakeBookmarksAsync(CancellationToken cancellationToken) => TakeAsync(
        (db, arguments) => db.Bookmarks.FromSqlRaw(db.Database.IsSqlite() ? BookmarksOnSqlite : BookmarksOnPostgres, arguments).AsNoTracking(), cancellationToken);

    /// <summary>Takes due triggers, the earliest first.</summary>
    public Task<List<TriggerRow>> TakeTriggersAsync(CancellationToken cancellationToken) => TakeAsync(
        (db, arguments) => db.Triggers.FromSqlRaw(db.Database.IsSqlite() ? TriggersOnSqlite : TriggersOnPostgres, arguments).AsNoTracking(), cancellationToken);

    private Task<List<TRow>> TakeAsync<TRow>(Func<KaoheDb, object[], IQueryable<TRow>> take, CancellationToken cancellationToken) => lane.RunAsync(
        (db, cancel) =>
        {
            var now = clock.GetUtcNow();
            return take(db, [node.Id, db.Time(now + options.Value.Lease), db.Time(now), options.Value.Batch]).ToListAsync(cancel);
        },
        cancellationToken);
}
