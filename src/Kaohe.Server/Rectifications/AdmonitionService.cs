using Kaohe.Assessment;
using Kaohe.Assessment.Admonitions;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Results.Grades;
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

    /// <summary>
    /// Records a talk that a task brought, whose own authorization has been asked. Whoever completes the task is the one who talked. A talk without a
    /// notice gets one, and a further talk in the same year (a late 整改 report after a 差) is added to the record.
    /// </summary>
    public async Task RecordAsync(
        KaoheDb db, Actor actor, int year, string unitId, DateTimeOffset heldAt, string record, DateOnly improveBy, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var row = await db.Admonitions.FirstOrDefaultAsync(a => a.CycleYear == year && a.UnitId == unitId, cancellationToken);
        if (row is null)
        {
            var unit = await db.RequireUnitAsync(unitId, cancellationToken);
            row = AdmonitionRow.Of(Admonitions.Open(year, unitId, unit.LeaderOfficialId, ["按流程进行诫勉谈话。"], at));
            db.Add(row);
        }

        var talk = row.Value;
        if (talk.State == AdmonitionState.Held)
        {
            Rule.CheckAll([new ImprovementIsAheadRule(improveBy, ChinaTime.DateOf(at))]);
            row.Write(talk with { Record = $"{talk.Record}\n{record}", ImproveBy = improveBy, Log = [.. talk.Log, new LogEntry("再次诫勉谈话", actor.Id, at)] });
            return;
        }

        row.Write((talk.State == AdmonitionState.Opened ? talk.Notify(heldAt, actor.Id, actor.Id, at) : talk).Hold(record, improveBy, actor.Id, at));
    }

    private static async Task<AdmonitionRow> FindAsync(KaoheDb db, Actor actor, int year, string unitId, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.HoldAdmonition, unitId, cancellationToken);
        return await db.Admonitions.FirstOrDefaultAsync(a => a.CycleYear == year && a.UnitId == unitId, cancellationToken)
            ?? throw RefusedException.NotFound("这个单位的诫勉谈话");
    }
}
