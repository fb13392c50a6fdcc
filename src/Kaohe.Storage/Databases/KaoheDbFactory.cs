using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Databases;

/// <summary>Hands out contexts of the chosen provider under their common name; with the feed that hears of their changes and, on SQLite, the gate that their saves pass.</summary>
internal sealed class KaoheDbFactory<TContext>(IDbContextFactory<TContext> inner, IChangeFeed feed, SqliteWriteGate? gate = null) : IDbContextFactory<KaoheDb>
    where TContext : KaoheDb
{
    public KaoheDb CreateDbContext() => Equip(inner.CreateDbContext());

    public async Task<KaoheDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        Equip(await inner.CreateDbContextAsync(cancellationToken));

    private TContext Equip(TContext db)
    {
        db.Gate = gate;
        db.Feed = feed;
        return db;
    }
}
