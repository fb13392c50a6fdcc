using Kaohe.Assessment;
using Kaohe.Assessment.Supervision;
using Kaohe.Assessment.Units;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>The sentences of a 督查通报, with the round's figures in them.</summary>
internal static class SupervisionText
{
    private const int Most = 3;

    /// <summary>总体情况.</summary>
    /// <param name="units">The units that were visited.</param>
    /// <param name="all">All assessed units.</param>
    public static string Overall(IReadOnlyList<Standing> units, IReadOnlyList<Unit> all)
    {
        var items = units.SelectMany(unit => unit.Items).ToList();
        var missing = all.Count - units.Count;
        return $"本轮共督查{units.Count}个单位，核查指标{items.Count}项，其中已完成{Count(Progress.Done)}项，正常推进{Count(Progress.OnTrack)}项，"
            + $"进度滞后{Count(Progress.Behind)}项，未完成或者不能提供佐证材料的{Count(Progress.NotDone)}项，达到序时进度的占{Percent(Share(items))}%。"
            + Group(UnitKind.County, "县（市、区）") + Group(UnitKind.Department, "市直部门（单位）")
            + (missing > 0 ? $"另有{missing}个单位未在本轮完成督查，由督查组补查。" : "") + "\n" + Best(units);

        int Count(Progress progress) => items.Count(item => item.Counted == progress);

        string Group(UnitKind kind, string name)
        {
            var own = units.Where(unit => unit.Unit.Kind == kind).ToList();
            return own.Count == 0 ? "" : $"{own.Count}个{name}达到序时进度的指标占{Percent(Share([.. own.SelectMany(unit => unit.Items)]))}%。";
        }
    }

    /// <summary>What is behind at one unit.</summary>
    public static string Shortfall(Standing unit, IReadOnlyDictionary<string, string> names)
    {
        var behind = unit.Behind.ToList();
        var shown = behind.Take(Most).Select(one =>
            $"{names.GetValueOrDefault(one.Item.IndicatorCode, one.Item.IndicatorCode)}{ProgressNames.Of(one.Counted)}{(one.Item.Note.Length > 0 ? $"（{one.Item.Note.TrimEnd('。', '；')}）" : "")}");
        return string.Join('、', shown) + (behind.Count > Most ? $"等{behind.Count}项指标未达到序时进度。" : "。");
    }

    private static string Best(IReadOnlyList<Standing> units)
    {
        var ranked = units.OrderByDescending(unit => unit.Share).ThenBy(unit => unit.Unit.Kind).ThenBy(unit => unit.Unit.Order).ToList();
        var full = ranked.TakeWhile(unit => unit.OnSchedule == unit.Items.Count).Select(unit => unit.Unit.ShortName).ToList();
        var weak = ranked.AsEnumerable().Reverse().Where(unit => unit.OnSchedule < unit.Items.Count).Take(Most)
            .Select(unit => $"{unit.Unit.ShortName}（{Percent(unit.Share)}%）").ToList();
        return (full.Count > 0 ? $"{string.Join('、', full.Take(Most))}{(full.Count > Most ? $"等{full.Count}个单位" : "")}全部指标达到序时进度。" : "")
            + (weak.Count > 0 ? $"达标率较低的单位是{string.Join('、', weak)}。" : "");
    }

    private static decimal Share(IReadOnlyCollection<(Tasks.Forms.Records.FindingRow Item, Progress Counted)> items) =>
        items.Count == 0 ? 0m : items.Count(item => item.Counted >= Progress.OnTrack) * 100m / items.Count;

    private static string Percent(decimal share) => Shown.Score(share, 1);
}
