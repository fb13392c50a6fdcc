using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Databases;

/// <summary>Lets transactions about one thing take turns.</summary>
internal static class Turn
{
    /// <summary>Waits until no other transaction has the turn, and keeps it to the end of this one. SQLite has one writer anyway.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="name">What the turn is about.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task TakeAsync(KaoheDb db, string name, CancellationToken cancellationToken)
    {
        if (db is PostgresDb)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);
        }
    }
}
