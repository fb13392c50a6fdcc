using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Rectifications;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Rectifications;

/// <summary>诫勉谈话. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says when.</param>
public sealed class AdmonitionService(TimeProvider clock)
{
    /// <summary>Sends the notice with day, hour and who talks.</summary>
    public async Task NotifyAsync(KaoheDb db, Actor actor, int year, string unitId, DateTimeOffset heldAt, string interviewerId, CancellationToken cancellationToken)
    {
        var row = await FindAsync(db, actor, year, unitId, cancellationToken);
        row.Write(row.Value.Notify(heldAt, interviewerId, actor.Id, clock.GetUtcNow()));
    }

    /// <summary>Records the talk.</summary>
    public async Task HoldAsync(KaoheDb db, Actor actor, int year, string unitId, string record, DateOnly improveBy, CancellationToken cancellationToken)
    {
        var row = await FindAsync(db, actor, year, unitId, cancellationToken);
        row.Write(row.Value.Hold(record, improveBy, actor.Id, clock.GetUtcNow()));
    }

    private static async Task<AdmonitionRow> FindAsync(KaoheDb db, Actor actor, int year, string unitId, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.HoldAdmonition, unitId, cancellationToken);
        return await db.Admonitions.FirstOrDefaultAsync(a => a.CycleYear == year && a.UnitId == unitId, cancellationToken)
            ?? throw RefusedException.NotFound("这个单位的诫勉谈话");
    }
}
