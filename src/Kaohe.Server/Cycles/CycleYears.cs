using Kaohe.Office;
using Kaohe.Server.Shell.Years;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles;

/// <summary>The years on record, newest first; the clock's year while there is none.</summary>
/// <param name="databases">Reads.</param>
/// <param name="clock">The clock.</param>
public sealed class CycleYears(IDbContextFactory<KaoheDb> databases, TimeProvider clock) : IAssessmentYears
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<int>> AllAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var years = await db.Cycles.OrderByDescending(c => c.Year).Select(c => c.Year).ToListAsync(cancellationToken);
        return years.Count > 0 ? years : [OfficeTime.DateOf(clock.GetUtcNow()).Year];
    }
}
