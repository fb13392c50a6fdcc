using Kaohe.Server.Cycles;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Board;

/// <summary>The 11 steps of a year's flow, for the line on the 工作台.</summary>
/// <param name="databases">Contexts.</param>
public sealed class StepLine(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>Where each step stands.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StepProgress>> ReadAsync(int year, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await StepProgress.OfAsync(db, (await db.CycleAsync(year, cancellationToken))?.WorkflowInstanceId, cancellationToken);
    }
}
