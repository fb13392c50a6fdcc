using System.Globalization;
using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Responsibility;
using Kaohe.Assessment.Units;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Assessment.Results;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>A year's indicator trees, targets and exemptions. Each method is one change inside the caller's transaction.</summary>
public sealed class IndicatorService
{
    /// <summary>
    /// Puts whole trees in place of those with the same ids. Targets and exemptions of indicators that are gone go with them; once the year runs nothing
    /// that units have signed for changes.
    /// </summary>
    /// <exception cref="RulesBrokenException">All problems of all trees; nothing is changed.</exception>
    public async Task SaveTreesAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<IndicatorTree> trees, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.EditCycle, cancellationToken: cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var units = await db.UnitsAsync(cancellationToken);
        var rows = (await db.IndicatorTrees.Where(t => t.CycleYear == year).ToListAsync(cancellationToken)).ToDictionary(row => row.TreeId);
        Rule.CheckAll(
        [
            new YearIsNotGradedRule(cycle.Status),
            .. trees.Select(tree => new TreeIsSoundRule(tree, scheme)),
            .. trees.Select(tree => new CertifiersExistRule(tree, units)),
            .. trees.Select(tree => new RunningYearKeepsIndicatorsRule(cycle.Status == CycleStatus.Running, rows.GetValueOrDefault(tree.Id)?.Value, tree)),
        ]);
        foreach (var tree in trees)
        {
            if (rows.TryGetValue(tree.Id, out var row))
            {
                await DropAsync(db, year, row.Value, tree, units, cancellationToken);
                row.Write(tree);
            }
            else
            {
                db.Add(IndicatorTreeRow.Of(tree));
            }
        }
    }

    /// <summary>Gives a year without indicators those of the year before; targets are set anew.</summary>
    /// <exception cref="RulesBrokenException">The year has indicators, or the year before has none.</exception>
    public async Task CopyTreesAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        var before = await db.TreesAsync(year - 1, cancellationToken);
        Rule.CheckAll([new TreesMayBeCopiedRule(year, before.Count, await db.IndicatorTrees.AnyAsync(t => t.CycleYear == year, cancellationToken))]);
        await SaveTreesAsync(db, actor, year, [.. before.Select(tree => Of(tree, year))], cancellationToken);
    }

    private static IndicatorTree Of(IndicatorTree tree, int year)
    {
        var (from, to) = (tree.Year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));
        return tree with { Id = tree.Id.Replace(from, to, StringComparison.Ordinal), Year = year, Name = tree.Name.Replace(from, to, StringComparison.Ordinal) };
    }

    // A target or an exemption of an indicator that is gone would stand in the way of the year's start and could be reached from no page.
    private static async Task DropAsync(KaoheDb db, int year, IndicatorTree before, IndicatorTree after, IReadOnlyList<Unit> units, CancellationToken cancellationToken)
    {
        var gone = before.Indicators().Select(indicator => indicator.Code).Where(code => after.Find(code) is null).ToList();
        if (gone.Count == 0)
        {
            return;
        }

        var own = units.Where(before.IsFor).Select(unit => unit.Id).ToList();
        db.RemoveRange(await db.Targets.Where(t => t.CycleYear == year && own.Contains(t.UnitId) && gone.Contains(t.IndicatorCode)).ToListAsync(cancellationToken));
        db.RemoveRange((await db.Exemptions.Where(e => e.CycleYear == year).ToListAsync(cancellationToken))
            .Where(row => own.Contains(row.Value.UnitId) && gone.Contains(row.Value.IndicatorCode)));
    }

    /// <summary>Sets targets; those of other units and indicators stay.</summary>
    public async Task SetTargetsAsync(KaoheDb db, Actor actor, int year, IReadOnlyList<Target> targets, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.EditCycle, cancellationToken: cancellationToken);
        var trees = await db.TreesAsync(year, cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        Rule.CheckAll([.. await db.BasisRulesAsync(year, cancellationToken), new TargetsFitRule(targets, units, trees)]);
        await WriteAsync(db, year, targets, cancellationToken);
    }

    /// <summary>
    /// Sets the targets as the 领导组 approved them. What it leaves as it was is not touched; each changed one keeps who approved it, on what grounds, and
    /// what was in force before.
    /// </summary>
    /// <exception cref="RulesBrokenException">All problems of all lines, or the year has begun; nothing is changed.</exception>
    public async Task ApproveTargetsAsync(
        KaoheDb db, Actor actor, int year, IReadOnlyList<TargetLine> lines, string instanceId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.ApproveTargets, cancellationToken: cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var inForce = (await db.TargetsAsync(year, cancellationToken)).ToDictionary(target => (target.UnitId, target.IndicatorCode));
        List<Target> changed = [.. lines.Select(line => Approved(line, actor, instanceId, at)).OfType<Target>().Where(target => Differs(target, inForce.GetValueOrDefault((target.UnitId, target.IndicatorCode))))];
        Rule.CheckAll([new YearHasNotBegunRule(year, cycle.Status), new CollationIsSoundRule(lines), new TargetsFitRule(changed, units, await db.TreesAsync(year, cancellationToken))]);
        await WriteAsync(db, year, changed, cancellationToken);
    }

    // Without the approval a line is what it was, also when an approval that was taken back had changed it.
    private static Target? Approved(TargetLine line, Actor actor, string instanceId, DateTimeOffset at) => line.ToTarget() is { } target && line.IsChanged
        ? target with { Approval = new TargetApproval(instanceId, actor.Id, at, line.Grounds, line.Present?.Sure, line.Present?.Stretch) }
        : line.Present;

    private static bool Differs(Target target, Target? inForce) => target.Approval is not null || (target.Sure, target.Stretch) != (inForce?.Sure, inForce?.Stretch);

    private static async Task WriteAsync(KaoheDb db, int year, IReadOnlyList<Target> targets, CancellationToken cancellationToken)
    {
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

        await db.OutdateScoresAsync(year, unitIds, cancellationToken);
    }

    /// <summary>Excuses a unit from an indicator (免考).</summary>
    public async Task ExemptAsync(KaoheDb db, Actor actor, int year, string unitId, string indicatorCode, string? reason, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.RecordEntries, unitId, cancellationToken);
        var unit = await db.RequireUnitAsync(unitId, cancellationToken);
        Rule.CheckAll(
        [
            .. await db.BasisRulesAsync(year, cancellationToken),
            new ReasonRequiredRule("reason", reason, "免考"),
            new IndicatorIsOfUnitRule(unit, await db.TreesAsync(year, cancellationToken), indicatorCode),
        ]);
        var row = new ExemptionRow { Id = Guid.CreateVersion7().ToString("N"), CycleYear = year };
        row.Write(new Exemption(unitId, indicatorCode, reason!, actor.Id));
        db.Add(row);
        await db.OutdateScoresAsync(year, [unitId], cancellationToken);
    }
}
