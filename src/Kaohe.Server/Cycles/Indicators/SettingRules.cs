using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Units;
using Kaohe.Storage.Assessment.Cycles;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Targets are proposed and approved before the year begins; once the annual flow runs, units are held to what they have signed.</summary>
/// <param name="year">The year.</param>
/// <param name="status">Where it stands.</param>
public sealed class YearHasNotBegunRule(int year, CycleStatus status) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话一：年度目标责任考核，就是我们的“军令状”；讲话二（二）四：执行标准不降低";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (status is CycleStatus.Running or CycleStatus.Graded)
        {
            yield return new Problem("year", $"{year} 年度考核已经启动，目标已经固定，不能再走指标下达；个别目标确需更正的，请考核办在“指标”页修改。");
        }
    }
}

/// <summary>A year's targets are set by one run of the flow at a time.</summary>
/// <param name="year">The year.</param>
/// <param name="isRunning">Whether one runs.</param>
public sealed class SettingRunsOnceRule(int year, bool isRunning) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）一：领导组提出年度指标";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (isRunning)
        {
            yield return new Problem("workflow", $"{year} 年度的指标下达已经在办，不能重复启动；请在“指标”页看进展，要重来的先在“流程”中取消它。");
        }
    }
}

/// <summary>Units propose targets for the indicators of their own tree, so each has one.</summary>
/// <param name="units">All units.</param>
/// <param name="trees">The year's trees.</param>
public sealed class EveryUnitHasTreeRule(IReadOnlyList<Unit> units, IReadOnlyList<IndicatorTree> trees) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：针对不同类型的单位，设置不同的考核指标";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (units.Count == 0)
        {
            yield return new Problem("units", "还没有被考核单位，请先录入或导入。");
        }

        foreach (var unit in units.Where(unit => !trees.Any(tree => tree.IsFor(unit))))
        {
            yield return new Problem($"units[{unit.Id}]", $"{unit.ShortName}没有适用的指标体系，请先制定。");
        }
    }
}
