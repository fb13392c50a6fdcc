using Kaohe.Assessment;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Units;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Units;

/// <summary>Units and officials. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says which year's scheme applies.</param>
public sealed class UnitService(TimeProvider clock)
{
    /// <summary>Adds units, or changes those with the same ids; all or none.</summary>
    /// <exception cref="RulesBrokenException">Every problem, with paths <c>units[ID].field</c>.</exception>
    public async Task SaveUnitsAsync(KaoheDb db, Actor actor, IReadOnlyList<Unit> units, CancellationToken cancellationToken)
    {
        var year = await YearAsync(db, cancellationToken);
        await db.DemandAsync(actor, year, AssessmentAct.EditUnits, cancellationToken: cancellationToken);
        var scheme = await db.SchemeAsync(year, cancellationToken) ?? SchemeDefaults.For(year);
        var rows = await db.Units.ToDictionaryAsync(u => u.Id, cancellationToken);
        var changed = units.Select(unit => unit.Id).ToHashSet();
        List<Unit> all = [.. rows.Values.Where(row => row.IsActive && !changed.Contains(row.Id)).Select(row => row.Value), .. units];
        Rule.CheckAll([new UnitsAreSoundRule(all, scheme, rows.Keys.ToHashSet())]);
        foreach (var unit in units)
        {
            if (rows.TryGetValue(unit.Id, out var row))
            {
                row.Write(unit);
                row.IsActive = true;
            }
            else
            {
                db.Add(UnitRow.Of(unit));
            }
        }
    }

    /// <summary>Adds one unit; a known id is refused instead of changing somebody else's record.</summary>
    /// <exception cref="RulesBrokenException">Every problem, with paths <c>units[ID].field</c>.</exception>
    public async Task AddUnitAsync(KaoheDb db, Actor actor, Unit unit, CancellationToken cancellationToken)
    {
        Rule.CheckAll([new IdIsNewRule($"units[{unit.Id}].id", unit.Id, await db.Units.AnyAsync(u => u.Id == unit.Id, cancellationToken))]);
        await SaveUnitsAsync(db, actor, [unit], cancellationToken);
    }

    /// <summary>Adds one official; a known id is refused instead of changing somebody else's record.</summary>
    /// <exception cref="RulesBrokenException">Every problem, with paths <c>officials[ID].field</c>.</exception>
    public async Task AddOfficialAsync(KaoheDb db, Actor actor, Official official, CancellationToken cancellationToken)
    {
        Rule.CheckAll([new IdIsNewRule($"officials[{official.Id}].id", official.Id, await db.Officials.AnyAsync(o => o.Id == official.Id, cancellationToken))]);
        await SaveOfficialsAsync(db, actor, [official], cancellationToken);
    }

    /// <summary>Adds officials, or changes those with the same ids; all or none.</summary>
    /// <exception cref="RulesBrokenException">Every problem, with paths <c>officials[ID].field</c>.</exception>
    public async Task SaveOfficialsAsync(KaoheDb db, Actor actor, IReadOnlyList<Official> officials, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, await YearAsync(db, cancellationToken), AssessmentAct.EditUnits, cancellationToken: cancellationToken);
        var units = await db.Units.Where(u => u.IsActive).Select(u => u.Id).ToListAsync(cancellationToken);
        var rows = await db.Officials.ToDictionaryAsync(o => o.Id, cancellationToken);
        Rule.CheckAll([new OfficialsAreSoundRule(officials, units.ToHashSet(), rows.Keys.ToHashSet())]);
        foreach (var official in officials)
        {
            if (rows.TryGetValue(official.Id, out var row))
            {
                row.Write(official);
                row.IsActive = true;
            }
            else
            {
                db.Add(OfficialRow.Of(official));
            }
        }
    }

    private async Task<int> YearAsync(KaoheDb db, CancellationToken cancellationToken) =>
        (await db.NewestCycleAsync(cancellationToken))?.Year ?? ChinaTime.DateOf(clock.GetUtcNow()).Year;
}
