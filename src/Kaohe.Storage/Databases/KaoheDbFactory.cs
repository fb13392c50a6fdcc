using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Databases;

/// <summary>Hands out contexts of the chosen provider under their common name; on SQLite with the gate that their saves pass.</summary>
internal sealed class KaoheDbFactory<TContext>(IDbContextFactory<TContext> inner, SqliteWriteGate? gate = null) : IDbContextFactory<KaoheDb>
    where TContext : KaoheDb
{
    public KaoheDb CreateDbContext() => WithGate(inner.CreateDbContext());

    public async Task<KaoheDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        WithGate(await inner.CreateDbContextAsync(cancellationToken));

    private TContext WithGate(TContext db)
    {
        db.Gate = gate;
        return db;
    }
}
