using Kaohe.Server.Identity.People;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Units;

/// <summary>Short names of units, from their table.</summary>
/// <param name="databases">Reads.</param>
public sealed class UnitShortNames(IDbContextFactory<KaoheDb> databases) : IUnitNames
{
    /// <inheritdoc />
    public async ValueTask<string?> FindAsync(string unitId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Units.Where(unit => unit.Id == unitId).Select(unit => unit.ShortName).FirstOrDefaultAsync(cancellationToken);
    }
}
