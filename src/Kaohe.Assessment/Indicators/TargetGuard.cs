using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Indicators;

/// <summary>Checks that every unit has a usable target for every indicator it is not excused from.</summary>
public static class TargetGuard
{
    /// <summary>Every problem, with the path <c>targets[UNIT.INDICATOR]</c>.</summary>
    public static IReadOnlyList<Problem> Check(
        IReadOnlyList<Unit> units,
        IReadOnlyList<IndicatorTree> trees,
        IReadOnlyList<Target> targets,
        IReadOnlyList<Exemption> exemptions) =>
        [.. CheckExemptions(exemptions), .. units.SelectMany(unit => CheckUnit(unit, trees, targets, exemptions))];

    private static IEnumerable<Problem> CheckExemptions(IReadOnlyList<Exemption> exemptions) =>
        exemptions.Where(exemption => string.IsNullOrWhiteSpace(exemption.Reason)).Select(exemption =>
            new Problem($"exemptions[{exemption.UnitId}.{exemption.IndicatorCode}].reason", "免考必须写明理由。"));

    private static IEnumerable<Problem> CheckUnit(
        Unit unit, IReadOnlyList<IndicatorTree> trees, IReadOnlyList<Target> targets, IReadOnlyList<Exemption> exemptions)
    {
        var tree = trees.FirstOrDefault(tree => tree.IsFor(unit));
        if (tree is null)
        {
            yield return new Problem($"units[{unit.Id}]", $"{unit.ShortName}没有适用的指标体系，请先制定。");
            yield break;
        }

        var own = targets.Where(target => target.UnitId == unit.Id).ToLookup(target => target.IndicatorCode);
        var excused = exemptions.Where(exemption => exemption.UnitId == unit.Id).Select(exemption => exemption.IndicatorCode).ToHashSet();
        foreach (var indicator in tree.Indicators().Where(indicator => indicator.Method.NeedsTarget && !excused.Contains(indicator.Code)))
        {
            var path = $"targets[{unit.Id}.{indicator.Code}]";
            var set = own[indicator.Code].ToList();
            if (set.Count != 1)
            {
                yield return new Problem(path, set.Count == 0
                    ? $"{unit.ShortName}“{indicator.Name}”没有下达目标值，请补充或办理免考。"
                    : $"{unit.ShortName}“{indicator.Name}”有 {set.Count} 个目标值，请只留一个。");
            }
        }

        foreach (var code in own.Select(same => same.Key).Where(code => tree.Find(code) is null))
        {
            yield return new Problem($"targets[{unit.Id}.{code}]", $"{unit.ShortName}的指标体系中没有“{code}”，请删除该目标值或核对代码。");
        }

        foreach (var target in own.SelectMany(same => same).Where(target => target.Stretch < target.Sure))
        {
            yield return new Problem($"targets[{unit.Id}.{target.IndicatorCode}].stretch", $"{unit.ShortName}的力争目标低于确保目标，请核对。");
        }
    }
}
