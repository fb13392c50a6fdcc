using Kaohe.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Shell.Hosting;

/// <summary>Whether the database has the tables of this version. With <c>Database:MigrateOnStart</c> off it may not have them yet.</summary>
/// <param name="databases">Contexts.</param>
public sealed class SchemaState(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>Whether no migration is missing.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }
}
