using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Storage.Assessment.Cycles;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Once the grades are on record, what they rest on does not change any more.</summary>
/// <param name="status">Where the year stands.</param>
public sealed class YearIsNotGradedRule(CycleStatus status) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：考核结果不偏颇";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (status == CycleStatus.Graded)
        {
            yield return new Problem("year", "本年度等次已经评定，依据不能再改；确有错误请走复核。");
        }
    }
}

/// <summary>A tree has no problems against the scheme of its year.</summary>
/// <param name="tree">The tree.</param>
/// <param name="scheme">The scheme.</param>
public sealed class TreeIsSoundRule(IndicatorTree tree, Scheme scheme) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：每类指标又细化为若干项一级指标和二级指标";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => IndicatorTreeGuard.Check(tree, scheme);
}

/// <summary>Every data department is a known unit.</summary>
/// <param name="tree">The tree.</param>
/// <param name="units">All units.</param>
public sealed class CertifiersExistRule(IndicatorTree tree, IReadOnlyList<Unit> units) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "周口、山西做法：数据由主管部门认定";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        var known = units.Select(unit => unit.Id).ToHashSet();
        return
        [
            .. from category in tree.Categories
               from first in category.Children
               from indicator in first.Children
               where !string.IsNullOrWhiteSpace(indicator.CertifierUnitId) && !known.Contains(indicator.CertifierUnitId)
               select new Problem(
                   $"trees[{tree.Id}].categories[{category.Code}].children[{first.Code}].children[{indicator.Code}].certifierUnitId",
                   $"指标“{indicator.Name}”的数据认定部门“{indicator.CertifierUnitId}”不在单位名单中，请重新选择。"),
        ];
    }
}

/// <summary>Indicators are taken over from the year before only into a year that has none.</summary>
/// <param name="year">The year.</param>
/// <param name="before">How many trees the year before has.</param>
/// <param name="exists">Whether the year has some already.</param>
public sealed class TreesMayBeCopiedRule(int year, int before, bool exists) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）一：提出年度指标";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (exists)
        {
            yield return new Problem("year", $"{year} 年度已经有指标体系，请直接修改。");
        }
        else if (before == 0)
        {
            yield return new Problem("year", $"{year - 1} 年度没有指标体系，无法沿用，请下载模板填写后导入。");
        }
    }
}

/// <summary>A unit is assessed by its own indicators only.</summary>
/// <param name="unit">The unit.</param>
/// <param name="trees">The year's trees.</param>
/// <param name="indicatorCode">The indicator.</param>
public sealed class IndicatorIsOfUnitRule(Unit unit, IReadOnlyList<IndicatorTree> trees, string indicatorCode) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：针对不同类型的单位，设置不同的考核指标";

    /// <summary>The indicator; null when the unit has none of that code.</summary>
    public Indicator? Indicator => trees.FirstOrDefault(tree => tree.IsFor(unit))?.Find(indicatorCode);

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (Indicator is null)
        {
            yield return new Problem("indicatorCode", $"{unit.ShortName}的指标体系中没有“{indicatorCode}”，请核对指标代码。");
        }
    }
}

/// <summary>Targets name known units and indicators, each once, and 力争 is not below 确保.</summary>
/// <param name="targets">The targets.</param>
/// <param name="units">The units by id.</param>
/// <param name="trees">The year's trees.</param>
public sealed class TargetsFitRule(IReadOnlyList<Target> targets, IReadOnlyDictionary<string, Unit> units, IReadOnlyList<IndicatorTree> trees) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话一：五年总目标有确保目标和力争目标，分解为年度考核指标";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => [.. Once.Problems(), .. targets.SelectMany(Check)];

    private StatedOnceRule Once => new(targets.Select(target => (
        $"targets[{target.UnitId}.{target.IndicatorCode}]", $"{units.GetValueOrDefault(target.UnitId)?.ShortName ?? target.UnitId}“{target.IndicatorCode}”的目标值")));

    private IEnumerable<Problem> Check(Target target)
    {
        var path = $"targets[{target.UnitId}.{target.IndicatorCode}]";
        if (!units.TryGetValue(target.UnitId, out var unit))
        {
            yield return new Problem(path, $"没有编号为“{target.UnitId}”的单位，请核对。");
            yield break;
        }

        var found = new IndicatorIsOfUnitRule(unit, trees, target.IndicatorCode);
        foreach (var problem in found.Problems())
        {
            yield return problem with { Path = path };
        }

        if (target.Stretch < target.Sure)
        {
            yield return new Problem($"{path}.stretch", $"{unit.ShortName}的力争目标低于确保目标，请核对。");
        }

        if (found.Indicator is { } indicator)
        {
            foreach (var problem in new FigureIsPossibleRule($"{path}.sure", indicator.Name, indicator.Measure, target.Sure).Problems())
            {
                yield return problem;
            }
        }
    }
}
