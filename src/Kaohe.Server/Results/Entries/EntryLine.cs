using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Entries;

/// <summary>加减分, 一票否决, 免考 or a decision about a floor, in a list.</summary>
/// <param name="Id">The entry.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Kind">Chinese name of the kind.</param>
/// <param name="Text">What it says.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">The document it rests on; empty when none is asked for.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When; null when that is not kept.</param>
public sealed record EntryLine(string Id, string UnitId, string Kind, string Text, string Reason, string Basis, string By, DateTimeOffset? At)
{
    /// <summary>Everything on record for a year.</summary>
    public static async Task<IReadOnlyList<EntryLine>> ReadAsync(KaoheDb db, int year, Scheme scheme, CancellationToken cancellationToken)
    {
        var adjustments = await db.Adjustments.AsNoTracking().Where(e => e.CycleYear == year).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var vetoes = await db.Vetoes.AsNoTracking().Where(e => e.CycleYear == year).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var exemptions = await db.Exemptions.AsNoTracking().Where(e => e.CycleYear == year).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var floors = await db.FloorDecisions.AsNoTracking().Where(e => e.CycleYear == year).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var indicators = (await db.TreesAsync(year, cancellationToken)).SelectMany(tree => tree.Indicators()).GroupBy(each => each.Code).ToDictionary(same => same.Key, same => same.First().Name);
        return
        [
            .. vetoes.Select(e => new EntryLine(
                e.Id, e.UnitId, "一票否决", scheme.Vetoes.FirstOrDefault(veto => veto.Code == e.Value.Code)?.Name ?? e.Value.Code, e.Value.Reason, e.Value.Basis, e.Value.By, e.Value.At)),
            .. adjustments.Select(e => new EntryLine(
                e.Id, e.UnitId, e.Value.Points < 0m ? "减分" : "加分", $"{Shown.Number(Math.Abs(e.Value.Points))} 分", e.Value.Reason, e.Value.Basis, e.Value.By, e.Value.At)),
            .. exemptions.Select(e => new EntryLine(
                e.Id, e.UnitId, "免考", indicators.GetValueOrDefault(e.Value.IndicatorCode, e.Value.IndicatorCode), e.Value.Reason, "", e.Value.DecidedBy, null)),
            .. floors.Select(e => new EntryLine(
                e.Id,
                e.UnitId,
                "不计",
                ComponentNames.Of(e.Value.Component) + (e.Value.KindCode is { } kind ? $"（{scheme.BallotsOf(e.Value.Component).Kinds.FirstOrDefault(each => each.Code == kind)?.Name}）" : ""),
                e.Value.Reason,
                "",
                e.Value.By,
                e.Value.At)),
        ];
    }
}
