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
    public Task EnterAsync(KaoheDb db, Actor actor, int year, BallotTally tally, CancellationToken cancellationToken) => EnterAsync(db, actor, year, [tally], cancellationToken);

    /// <summary>Enters units' tallies of a component, or enters them again before they are confirmed; all or none.</summary>
    public async Task EnterAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<BallotTally> tallies, CancellationToken cancellationToken)
    {
        var viewer = await db.ViewerAsync(actor, year, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        Rule.CheckAll(
        [
            .. await db.BasisRulesAsync(year, cancellationToken),
            new StatedOnceRule(tallies.Select(tally => ($"tallies[{tally.UnitId}].{tally.Component}", $"单位“{tally.UnitId}”{ComponentNames.Of(tally.Component)}的计票汇总表"))),
        ]);
        var known = (await db.UnitsAsync(cancellationToken)).Select(unit => unit.Id).ToHashSet();
        foreach (var same in tallies.GroupBy(tally => tally.Component))
        {
            Rule.CheckAll([new ComponentIsRatedRule(scheme, same.Key)]);
            var ballots = scheme.BallotsOf(same.Key);
            var rows = await RowsAsync(db, year, [.. same.Select(tally => tally.UnitId)], same.Key, cancellationToken);
            foreach (var tally in same)
            {
                viewer.Demand(AssessmentAct.EnterTally, tally.UnitId);
                if (!known.Contains(tally.UnitId))
                {
                    throw RefusedException.NotFound("这个单位");
                }

                if (rows.GetValueOrDefault(tally.UnitId) is { } row)
                {
                    row.Write(row.Value.EnterAgain(tally, ballots, actor.Id, clock.GetUtcNow()));
                }
                else
                {
                    db.Add(TallyRow.Of(year, TwoPersonTally.Enter($"{year}-{tally.Component}-{tally.UnitId}", tally, ballots, actor.Id, clock.GetUtcNow())));
                }
            }
        }
    }

    /// <summary>Confirms a tally as the second person.</summary>
    public Task ConfirmAsync(KaoheDb db, Actor actor, int year, string unitId, CompositeComponent component, CancellationToken cancellationToken) =>
        ConfirmAsync(db, actor, year, [unitId], component, cancellationToken);

    /// <summary>Sends a tally back as the second person.</summary>
    public Task DisputeAsync(KaoheDb db, Actor actor, int year, string unitId, CompositeComponent component, string? reason, CancellationToken cancellationToken) =>
        DisputeAsync(db, actor, year, [unitId], component, reason, cancellationToken);

    /// <summary>Confirms tallies as the second person; all or none.</summary>
    public Task ConfirmAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<string> unitIds, CompositeComponent component, CancellationToken cancellationToken) =>
        CheckAsync(db, actor, year, unitIds, component, tally => tally.Confirm(actor.Id, clock.GetUtcNow()), cancellationToken);

    /// <summary>Sends tallies back as the second person; all or none.</summary>
    public Task DisputeAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<string> unitIds, CompositeComponent component, string? reason, CancellationToken cancellationToken) =>
        CheckAsync(db, actor, year, unitIds, component, tally => tally.Dispute(reason ?? "", actor.Id, clock.GetUtcNow()), cancellationToken);

    /// <summary>Kinds of rater that are below their floor in tallies and that the office has not decided about; paths <c>tallies[UNIT].COMPONENT.kinds[KIND]</c>.</summary>
    public async Task<IReadOnlyList<Problem>> BelowFloorAsync(
        KaoheDb db, int year, IReadOnlyList<string> unitIds, CompositeComponent component, CancellationToken cancellationToken)
    {
        var ballots = (await db.RequireSchemeAsync(year, cancellationToken)).BallotsOf(component);
        var names = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.ShortName);
        var rows = await RowsAsync(db, year, unitIds, component, cancellationToken);
        var decisions = (await db.FloorDecisions.AsNoTracking().Where(each => each.CycleYear == year && unitIds.Contains(each.UnitId)).ToListAsync(cancellationToken))
            .Select(row => row.Value).Where(decision => decision.Component == component).ToLookup(decision => decision.UnitId);
        return
        [
            .. from unitId in unitIds
               from problem in new KindsReachFloorRule(ballots, rows.GetValueOrDefault(unitId)?.Value.Tally, [.. decisions[unitId]]).Problems()
               select new Problem($"tallies[{unitId}].{char.ToLowerInvariant(component.ToString()[0])}{component.ToString()[1..]}.{problem.Path}", $"{names.GetValueOrDefault(unitId, unitId)}{ComponentNames.Of(component)}：{problem.Message}"),
        ];
    }

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
            .. await db.BasisRulesAsync(year, cancellationToken),
        ]);
        var row = new FloorDecisionRow { Id = Guid.CreateVersion7().ToString("N"), CycleYear = year };
        row.Write(new FloorDecision(unitId, component, kindCode, reason!, actor.Id, clock.GetUtcNow()));
        db.Add(row);
        await db.OutdateScoresAsync(year, [unitId], cancellationToken);
    }

    private static async Task CheckAsync(
        KaoheDb db, Actor actor, int year, IReadOnlyList<string> unitIds, CompositeComponent component, Func<TwoPersonTally, TwoPersonTally> check, CancellationToken cancellationToken)
    {
        var viewer = await db.ViewerAsync(actor, year, cancellationToken);
        foreach (var unitId in unitIds)
        {
            viewer.Demand(AssessmentAct.CheckTally, unitId);
        }

        Rule.CheckAll(await db.BasisRulesAsync(year, cancellationToken));
        var rows = await RowsAsync(db, year, unitIds, component, cancellationToken);
        foreach (var unitId in unitIds)
        {
            var row = rows.GetValueOrDefault(unitId) ?? throw RefusedException.NotFound("这张计票汇总表");
            row.Write(check(row.Value));
        }

        await db.OutdateScoresAsync(year, unitIds, cancellationToken);
    }

    private static async Task<Dictionary<string, TallyRow>> RowsAsync(
        KaoheDb db, int year, IReadOnlyList<string> unitIds, CompositeComponent component, CancellationToken cancellationToken) =>
        (await db.Tallies.Where(t => t.CycleYear == year && unitIds.Contains(t.UnitId) && t.Component == component).ToListAsync(cancellationToken))
        .ToDictionary(row => row.UnitId);
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
