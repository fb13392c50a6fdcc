using System.Globalization;
using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Units;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>One indicator of a unit with its target and its figure.</summary>
/// <param name="Category">Name of the category.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Target">Null while none is set.</param>
/// <param name="Reading">The year's figure; null while none is reported.</param>
internal sealed record IndicatorFigure(string Category, Indicator Indicator, Target? Target, Kaohe.Assessment.Readings.Reading? Reading)
{
    /// <summary>A figure with its measure; — for none.</summary>
    public string Shown(decimal? value) => value is { } figure ? Kaohe.Assessment.Shown.Number(figure) + Indicator.Measure : "—";
}

/// <summary>Reads the indicators that units are assessed by, those excused left out.</summary>
internal static class IndicatorFigures
{
    /// <summary>The indicators of one unit, in the order of its tree; empty when it has no tree.</summary>
    public static async Task<IReadOnlyList<IndicatorFigure>> OfAsync(KaoheDb db, int year, Unit unit, CancellationToken cancellationToken, string? ofPeriod = null)
    {
        var period = ofPeriod ?? year.ToString(CultureInfo.InvariantCulture);
        var readings = await db.Readings.AsNoTracking().Where(row => row.CycleYear == year && row.UnitId == unit.Id && row.Period == period).ToListAsync(cancellationToken);
        var targets = await db.Targets.AsNoTracking().Where(row => row.CycleYear == year && row.UnitId == unit.Id).ToListAsync(cancellationToken);
        var excused = (await db.ExemptionsAsync(year, cancellationToken)).Where(each => each.UnitId == unit.Id).Select(each => each.IndicatorCode).ToHashSet();
        var tree = (await db.TreesAsync(year, cancellationToken)).FirstOrDefault(one => one.IsFor(unit));
        return
        [
            .. from category in tree?.Categories ?? []
               from indicator in category.Children.SelectMany(first => first.Children)
               where !excused.Contains(indicator.Code)
               select new IndicatorFigure(
                   category.Name, indicator, targets.Find(row => row.IndicatorCode == indicator.Code)?.Value, readings.Find(row => row.IndicatorCode == indicator.Code)?.Value),
        ];
    }

    /// <summary>Which figures of the year have evidence, by unit and indicator.</summary>
    public static async Task<IReadOnlySet<(string UnitId, string Code)>> ShownAsync(KaoheDb db, int year, CancellationToken cancellationToken, string? ofPeriod = null)
    {
        var period = ofPeriod ?? year.ToString(CultureInfo.InvariantCulture);
        var rows = await db.Readings.AsNoTracking().Where(row => row.CycleYear == year && row.Period == period).ToListAsync(cancellationToken);
        return rows.Where(row => row.Value.Evidence.Count > 0).Select(row => (row.UnitId, row.IndicatorCode)).ToHashSet();
    }
}
