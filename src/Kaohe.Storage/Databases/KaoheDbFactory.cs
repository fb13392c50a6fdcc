using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Databases;

/// <summary>Hands out contexts of the chosen provider under their common name.</summary>
internal sealed class KaoheDbFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<KaoheDb>
    where TContext : KaoheDb
{
    public KaoheDb CreateDbContext() => inner.CreateDbContext();

    public async Task<KaoheDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await inner.CreateDbContextAsync(cancellationToken);
}
