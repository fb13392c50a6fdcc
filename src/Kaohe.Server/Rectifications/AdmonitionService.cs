using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Officials;
using Kaohe.Office;
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
    /// <summary>Arranges the talk for a person on a page or endpoint.</summary>
    public async Task ArrangeAsync(KaoheDb db, Actor actor, int year, string unitId, TalkArrangement talk, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.HoldAdmonition, unitId, cancellationToken);
        var row = await FindAsync(db, year, unitId, cancellationToken) ?? throw RefusedException.NotFound("这个单位的诫勉谈话");
        Arrange(row, talk, actor);
    }

    /// <summary>Arranges the talk that a task is about, whose own authorization has been asked.</summary>
    public async Task ArrangeForTaskAsync(KaoheDb db, Actor actor, int year, string unitId, TalkArrangement talk, CancellationToken cancellationToken) =>
        Arrange(await FindOrOpenAsync(db, year, unitId, cancellationToken), talk, actor);

    /// <summary>Records the talk.</summary>
    public async Task HoldAsync(KaoheDb db, Actor actor, int year, string unitId, string record, DateOnly improveBy, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.HoldAdmonition, unitId, cancellationToken);
        var row = await FindAsync(db, year, unitId, cancellationToken) ?? throw RefusedException.NotFound("这个单位的诫勉谈话");
        row.Write(row.Value.Hold(record, improveBy, actor.Id, clock.GetUtcNow()));
    }

    /// <summary>
    /// Records a talk that a task brought, whose own authorization has been asked. Whoever completes the task is the one who talked. A flow may be drawn
    /// without an arrangement: then the talk as it was held is the arrangement.
    /// </summary>
    public async Task RecordAsync(
        KaoheDb db, Actor actor, int year, string unitId, TalkArrangement held, string record, DateOnly improveBy, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var row = await FindOrOpenAsync(db, year, unitId, cancellationToken);
        var talk = row.Value;
        row.Write((talk with { State = AdmonitionState.Notified, HeldAt = held.HeldAt, Place = held.Place, InterviewerId = talk.InterviewerId ?? held.InterviewerId })
            .Hold(record, improveBy, actor.Id, at));
    }

    private void Arrange(AdmonitionRow row, TalkArrangement talk, Actor actor)
    {
        Rule.CheckAll([new TalkOnWorkingDayRule(OfficeTime.DateOf(talk.HeldAt), ActivityCalendar.Current)]);
        row.Write(row.Value.Arrange(talk.HeldAt, talk.Place, talk.InterviewerId, actor.Id, clock.GetUtcNow()));
    }

    private async Task<AdmonitionRow> FindOrOpenAsync(KaoheDb db, int year, string unitId, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, year, unitId, cancellationToken) is { } row)
        {
            return row;
        }

        var unit = await db.RequireUnitAsync(unitId, cancellationToken);
        var opened = AdmonitionRow.Of(Admonitions.Open(year, unitId, UnitHead.Of(unit, await db.OfficialsAsync(cancellationToken))?.Id, ["按流程进行诫勉谈话。"], clock.GetUtcNow()));
        db.Add(opened);
        return opened;
    }

    private static Task<AdmonitionRow?> FindAsync(KaoheDb db, int year, string unitId, CancellationToken cancellationToken) =>
        db.Admonitions.FirstOrDefaultAsync(a => a.CycleYear == year && a.UnitId == unitId, cancellationToken);
}
