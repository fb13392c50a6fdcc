using System.Globalization;
using Kaohe.Activities;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Responsibility;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>Reads the table from which a year's targets are set: every indicator that needs a target, of every unit, with what is in force and what was proposed.</summary>
internal static class TargetTable
{
    /// <summary>The lines, in the order of units and indicators; those excused are left out.</summary>
    /// <param name="db">The records.</param>
    /// <param name="year">The year.</param>
    /// <param name="instanceId">The run of 指标下达 whose proposals are meant; null for none.</param>
    /// <param name="unitId">Only of this unit; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<TargetLine>> OfAsync(KaoheDb db, int year, string? instanceId, string? unitId, CancellationToken cancellationToken)
    {
        var units = (await db.UnitsAsync(cancellationToken)).Where(unit => unitId is null || unit.Id == unitId);
        var trees = await db.TreesAsync(year, cancellationToken);
        var excused = (await db.ExemptionsAsync(year, cancellationToken)).Select(each => (each.UnitId, each.IndicatorCode)).ToHashSet();
        var targets = (await db.Targets.AsNoTracking().Where(row => row.CycleYear == year && (unitId == null || row.UnitId == unitId)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.UnitId, row.IndicatorCode), row => row.Value);
        var before = await LastYearAsync(db, year - 1, unitId, cancellationToken);
        var proposed = await ProposedAsync(db, instanceId, cancellationToken);
        return
        [
            .. from unit in units
               from indicator in trees.FirstOrDefault(tree => tree.IsFor(unit))?.Indicators() ?? []
               let key = (unit.Id, indicator.Code)
               where indicator.Method.NeedsTarget && !excused.Contains(key)
               let present = Before(targets.GetValueOrDefault(key), instanceId)
               select new TargetLine
               {
                   UnitId = unit.Id,
                   UnitName = unit.ShortName,
                   Indicator = indicator,
                   Present = present,
                   LastYear = present?.Base ?? (before.TryGetValue(key, out var figure) ? figure : null),
                   Proposed = proposed.GetValueOrDefault(key),
               },
        ];
    }

    // What this run itself has approved is not what was in force when it was decided.
    private static Target? Before(Target? target, string? instanceId) => target?.Approval is not { } approval || instanceId is null || approval.InstanceId != instanceId
        ? target
        : approval.FormerSure is { } sure ? target with { Sure = sure, Stretch = approval.FormerStretch, Approval = null } : null;

    private static async Task<Dictionary<(string UnitId, string Code), decimal>> LastYearAsync(KaoheDb db, int year, string? unitId, CancellationToken cancellationToken)
    {
        var period = year.ToString(CultureInfo.InvariantCulture);
        var rows = await db.Readings.AsNoTracking()
            .Where(row => row.CycleYear == year && row.Period == period && row.State == ReadingState.Certified && (unitId == null || row.UnitId == unitId)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.UnitId, row.IndicatorCode), row => row.Value.Value);
    }

    private static async Task<Dictionary<(string UnitId, string Code), ProposedTarget>> ProposedAsync(KaoheDb db, string? instanceId, CancellationToken cancellationToken)
    {
        var rows = instanceId is null ? [] : await db.Tasks.AsNoTracking()
            .Where(row => row.InstanceId == instanceId && row.Kind == TaskKinds.IndicatorProposal && row.State == TaskState.Completed && row.UnitId != null).ToListAsync(cancellationToken);
        return
            (from row in rows
             group TaskStore.Read(row) by row.UnitId into same
             let task = same.OrderBy(task => task.EndedAt).Last()
             let form = TaskForms.Read(task.Kind, task.Data) as IndicatorProposalForm
             where form is not null
             from item in form.Targets()
             select (Key: (task.UnitId!, item.IndicatorCode), Item: item)).ToDictionary(each => each.Key, each => each.Item);
    }
}
