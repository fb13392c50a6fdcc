using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Assessment.Results;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>A year's indicator trees, targets and exemptions. Each method is one change inside the caller's transaction.</summary>
public sealed class IndicatorService
{
    /// <summary>Puts whole trees in place of those with the same ids.</summary>
    public async Task SaveTreesAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<IndicatorTree> trees, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.EditCycle, cancellationToken: cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        Rule.CheckAll([new YearIsNotGradedRule(cycle.Status), .. trees.Select(tree => new TreeIsSoundRule(tree, scheme))]);
        foreach (var tree in trees)
        {
            var row = await db.IndicatorTrees.FirstOrDefaultAsync(t => t.CycleYear == year && t.TreeId == tree.Id, cancellationToken);
            if (row is null)
            {
                db.Add(IndicatorTreeRow.Of(tree));
            }
            else
            {
                row.Write(tree);
            }
        }
    }

    /// <summary>Sets targets; those of other units and indicators stay.</summary>
    public async Task SetTargetsAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<Target> targets, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.EditCycle, cancellationToken: cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        var trees = await db.TreesAsync(year, cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        Rule.CheckAll([new YearIsNotGradedRule(cycle.Status), new TargetsFitRule(targets, units, trees)]);
        var unitIds = targets.Select(target => target.UnitId).Distinct().ToList();
        var rows = (await db.Targets.Where(t => t.CycleYear == year && unitIds.Contains(t.UnitId)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.UnitId, row.IndicatorCode));
        foreach (var target in targets)
        {
            if (rows.TryGetValue((target.UnitId, target.IndicatorCode), out var row))
            {
                row.Write(target);
            }
            else
            {
                db.Add(TargetRow.Of(year, target));
            }
        }
    }

    /// <summary>Excuses a unit from an indicator (免考).</summary>
    public async Task ExemptAsync(KaoheDb db, Actor actor, int year, string unitId, string indicatorCode, string? reason, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.RecordEntries, unitId, cancellationToken);
        var unit = await db.RequireUnitAsync(unitId, cancellationToken);
        Rule.CheckAll(
        [
            new YearIsNotGradedRule((await db.RequireCycleAsync(year, cancellationToken)).Status),
            new ReasonRequiredRule("reason", reason, "免考"),
            new IndicatorIsOfUnitRule(unit, await db.TreesAsync(year, cancellationToken), indicatorCode),
        ]);
        var row = new ExemptionRow { Id = Guid.CreateVersion7().ToString("N"), CycleYear = year };
        row.Write(new Exemption(unitId, indicatorCode, reason!, actor.Id));
        db.Add(row);
    }
}
