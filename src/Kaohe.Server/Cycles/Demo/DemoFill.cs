using Kaohe.Assessment.Tallies;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Tallies;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Tallies;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Demo;

/// <summary>
/// For whoever plays the demo year alone: enters and confirms the demo city's tallies where none is yet, and its 加减分 and 一票否决. Only with
/// <c>Demo:Enabled</c>.
/// </summary>
/// <param name="city">The demo city.</param>
/// <param name="clock">Says when.</param>
public sealed class DemoFill(DemoCity city, TimeProvider clock)
{
    /// <summary>Fills in what is missing.</summary>
    /// <returns>How many tallies and entries were added.</returns>
    public async Task<int> FillAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.RecordEntries, cancellationToken: cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var data = city.Data;
        if (year != data.Scheme.Year)
        {
            throw RefusedException.NotFound($" {year} 年度的演示数据");
        }

        var at = clock.GetUtcNow();
        var staff = data.Office.StaffIds.Where(id => id != actor.Id).ToList();
        var there = (await db.Tallies.Where(t => t.CycleYear == year).Select(t => new { t.UnitId, t.Component }).ToListAsync(cancellationToken))
            .Select(each => (each.UnitId, each.Component)).ToHashSet();
        var rows = data.Facts.Tallies.Where(tally => !there.Contains((tally.UnitId, tally.Component))).Select(tally => TallyRow.Of(year, TwoPersonTally
            .Enter($"{year}-{tally.Component}-{tally.UnitId}", tally, scheme.BallotsOf(tally.Component), staff[0], at).Confirm(staff[1], at))).ToList();
        db.AddRange(rows);
        return rows.Count + await AddEntriesAsync(db, year, cancellationToken);
    }

    private async Task<int> AddEntriesAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var added = 0;
        if (!await db.Adjustments.AnyAsync(e => e.CycleYear == year, cancellationToken))
        {
            added += Add(db, city.Data.Facts.Adjustments, place => new AdjustmentRow { Id = $"demo-a-{year}-{place}", CycleYear = year });
        }

        if (!await db.Vetoes.AnyAsync(e => e.CycleYear == year, cancellationToken))
        {
            added += Add(db, city.Data.Facts.Vetoes, place => new VetoRow { Id = $"demo-v-{year}-{place}", CycleYear = year });
        }

        return added;
    }

    private static int Add<T>(KaoheDb db, IReadOnlyList<T> values, Func<int, UnitEntryRow<T>> rowOf)
        where T : class
    {
        for (var place = 0; place < values.Count; place++)
        {
            var row = rowOf(place);
            row.Write(values[place]);
            db.Add(row);
        }

        return values.Count;
    }
}
