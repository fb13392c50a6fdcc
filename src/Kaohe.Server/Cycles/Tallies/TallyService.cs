using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Tallies;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Tallies;

/// <summary>计票汇总表: entered by one person, confirmed by another. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says when.</param>
public sealed class TallyService(TimeProvider clock)
{
    /// <summary>Enters a unit's tally of a component, or enters it again before it is confirmed.</summary>
    public async Task EnterAsync(KaoheDb db, Actor actor, int year, BallotTally tally, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.EnterTally, tally.UnitId, cancellationToken);
        await db.RequireUnitAsync(tally.UnitId, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        Rule.CheckAll(
            [new ComponentIsRatedRule(scheme, tally.Component), new YearIsNotGradedRule((await db.RequireCycleAsync(year, cancellationToken)).Status)]);
        var ballots = scheme.BallotsOf(tally.Component);
        if (await FindAsync(db, year, tally.UnitId, tally.Component, cancellationToken) is { } row)
        {
            row.Write(row.Value.EnterAgain(tally, ballots, actor.Id, clock.GetUtcNow()));
        }
        else
        {
            db.Add(TallyRow.Of(year, TwoPersonTally.Enter($"{year}-{tally.Component}-{tally.UnitId}", tally, ballots, actor.Id, clock.GetUtcNow())));
        }
    }

    /// <summary>Confirms a tally as the second person.</summary>
    public Task ConfirmAsync(KaoheDb db, Actor actor, int year, string unitId, CompositeComponent component, CancellationToken cancellationToken) =>
        CheckAsync(db, actor, year, unitId, component, tally => tally.Confirm(actor.Id, clock.GetUtcNow()), cancellationToken);

    /// <summary>Sends a tally back as the second person.</summary>
    public Task DisputeAsync(KaoheDb db, Actor actor, int year, string unitId, CompositeComponent component, string? reason, CancellationToken cancellationToken) =>
        CheckAsync(db, actor, year, unitId, component, tally => tally.Dispute(reason ?? "", actor.Id, clock.GetUtcNow()), cancellationToken);

    /// <summary>The office leaves a component, or one kind of rater, out for a unit.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="year">The year.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="component">The component.</param>
    /// <param name="kindCode">The kind of rater; null for the whole component.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DecideFloorAsync(
        KaoheDb db, Actor actor, int year, string unitId, CompositeComponent component, string? kindCode, string? reason, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.RecordEntries, unitId, cancellationToken);
        await db.RequireUnitAsync(unitId, cancellationToken);
        Rule.CheckAll(
        [
            new ComponentIsRatedRule(await db.RequireSchemeAsync(year, cancellationToken), component, kindCode),
            new ReasonRequiredRule("reason", reason, "决定不计"),
            new YearIsNotGradedRule((await db.RequireCycleAsync(year, cancellationToken)).Status),
        ]);
        var row = new FloorDecisionRow { Id = Guid.CreateVersion7().ToString("N"), CycleYear = year };
        row.Write(new FloorDecision(unitId, component, kindCode, reason!, actor.Id, clock.GetUtcNow()));
        db.Add(row);
    }

    private static async Task CheckAsync(
        KaoheDb db, Actor actor, int year, string unitId, CompositeComponent component, Func<TwoPersonTally, TwoPersonTally> check, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.CheckTally, unitId, cancellationToken);
        var row = await FindAsync(db, year, unitId, component, cancellationToken) ?? throw RefusedException.NotFound("这张计票汇总表");
        row.Write(check(row.Value));
    }

    private static Task<TallyRow?> FindAsync(KaoheDb db, int year, string unitId, CompositeComponent component, CancellationToken cancellationToken) =>
        db.Tallies.FirstOrDefaultAsync(t => t.CycleYear == year && t.UnitId == unitId && t.Component == component, cancellationToken);
}

/// <summary>Ballots are counted only for the rated components of the scheme, and for its kinds of rater.</summary>
/// <param name="scheme">The scheme.</param>
/// <param name="component">The component.</param>
/// <param name="kindCode">The kind of rater; null for all.</param>
public sealed class ComponentIsRatedRule(Scheme scheme, CompositeComponent component, string? kindCode = null) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：综合得分构成";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (component == CompositeComponent.Targets || scheme.WeightOf(component) <= 0m)
        {
            yield return new Problem("component", $"“{ComponentNames.Of(component)}”在方案中不是测评项目，不用计票。");
        }
        else if (kindCode is not null && scheme.BallotsOf(component).Kinds.All(kind => kind.Code != kindCode))
        {
            yield return new Problem("kindCode", $"“{ComponentNames.Of(component)}”没有票类“{kindCode}”，请核对。");
        }
    }
}
