namespace Kaohe.Assessment.Indicators;

/// <summary>
/// Once the year runs, what units have signed for stays: no indicator comes or goes or changes its place, points, method or measure. Names, explanations,
/// order and the certifying department may still be mended.
/// </summary>
/// <param name="isRunning">Whether the year has started.</param>
/// <param name="before">The tree on record; null when there is none.</param>
/// <param name="after">The tree as it is to be.</param>
public sealed class RunningYearKeepsIndicatorsRule(bool isRunning, IndicatorTree? before, IndicatorTree after) : Rule
{
    private const string Instead = "确需调整的，请对有关单位办理免考，或者在下一年度修改";

    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：执行标准不降低，遵守程序不变通";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (!isRunning)
        {
            yield break;
        }

        if (before is null)
        {
            yield return new Problem($"trees[{after.Id}]", $"{after.Year} 年度已经启动，不能再增加指标体系“{after.Name}”。");
            yield break;
        }

        foreach (var gone in before.Indicators().Where(old => after.Find(old.Code) is null))
        {
            yield return Problem(gone, $"不能删除指标“{gone.Name}”");
        }

        foreach (var indicator in after.Indicators())
        {
            if (before.Find(indicator.Code) is not { } old)
            {
                yield return Problem(indicator, $"不能增加指标“{indicator.Name}”");
            }
            else if (Changes(old, indicator).ToList() is { Count: > 0 } changes)
            {
                yield return Problem(indicator, $"指标“{old.Name}”的{string.Join('、', changes)}不能再改");
            }
        }
    }

    private IEnumerable<string> Changes(Indicator old, Indicator indicator)
    {
        if (before!.ParentOf(old.Code)!.Code != after.ParentOf(old.Code)!.Code)
        {
            yield return "所属一级指标";
        }

        if (old.Weight != indicator.Weight)
        {
            yield return "分值";
        }

        // Methods hold lists, which records compare by reference; as they are stored they are compared as a whole.
        if (AssessmentJson.Write(old.Method) != AssessmentJson.Write(indicator.Method))
        {
            yield return "计分方法";
        }

        if (old.Measure != indicator.Measure)
        {
            yield return "计量单位";
        }
    }

    private Problem Problem(Indicator indicator, string what) =>
        new($"trees[{after.Id}].indicators[{indicator.Code}]", $"{after.Year} 年度已经启动，{what}；{Instead}。");
}
