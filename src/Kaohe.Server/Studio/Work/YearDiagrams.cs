using Kaohe.Storage;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Rectifications;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Studio.Work;

/// <summary>Which diagram shows where a unit or the year stands.</summary>
/// <param name="databases">Contexts.</param>
public sealed class YearDiagrams(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>The flow of a unit's 整改 in a year when it has one, else the flow of the year; null before the year has started.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="unitId">The unit; null for the year itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Id of the instance.</returns>
    public async Task<string?> FindAsync(int year, string? unitId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = unitId is null
            ? null
            : await db.Set<RectificationRow>().Where(row => row.CycleYear == year && row.UnitId == unitId && row.WorkflowInstanceId != null).Select(row => row.WorkflowInstanceId).FirstOrDefaultAsync(cancellationToken);
        return own ?? await db.Set<CycleRow>().Where(cycle => cycle.Year == year).Select(cycle => cycle.WorkflowInstanceId).FirstOrDefaultAsync(cancellationToken);
    }
}
