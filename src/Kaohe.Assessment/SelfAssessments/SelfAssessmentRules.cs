using Kaohe.Assessment.Indicators;

namespace Kaohe.Assessment.SelfAssessments;

/// <summary>The report has all four parts.</summary>
/// <param name="parts">The parts.</param>
public sealed class FourPartsWrittenRule(SelfAssessmentParts parts) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：自查报告分完成情况、措施、问题和原因、下步打算四部分（周口、富平做法）";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        (string Path, string Name, string Text)[] all =
        [
            ("parts.completion", "完成情况", parts.Completion),
            ("parts.measures", "主要措施", parts.Measures),
            ("parts.shortcomings", "存在问题和原因", parts.Shortcomings),
            ("parts.nextSteps", "下步打算", parts.NextSteps),
        ];
        return all.Where(part => string.IsNullOrWhiteSpace(part.Text))
            .Select(part => new Problem(part.Path, $"自查报告缺少“{part.Name}”，请补充。"));
    }
}

/// <summary>The report holds exactly one figure for each indicator that is due.</summary>
/// <param name="expected">The indicators.</param>
/// <param name="figures">The figures.</param>
public sealed class EveryIndicatorHasFigureRule(IReadOnlyList<Indicator> expected, IReadOnlyList<ReportedFigure> figures) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：实事求是地汇报工作实绩";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
    [
        .. expected.Where(indicator => figures.All(figure => figure.IndicatorCode != indicator.Code))
            .Select(indicator => new Problem($"figures[{indicator.Code}]", $"“{indicator.Name}”没有填写完成值，请填写。")),
        .. figures.GroupBy(figure => figure.IndicatorCode).Where(same => same.Count() > 1)
            .Select(same => new Problem($"figures[{same.Key}]", $"指标“{same.Key}”填了 {same.Count()} 次，请只留一个。")),
        .. figures.Where(figure => expected.All(indicator => indicator.Code != figure.IndicatorCode))
            .Select(figure => new Problem($"figures[{figure.IndicatorCode}]", $"指标“{figure.IndicatorCode}”不在本单位考核范围内，请删除。")),
    ];
}

/// <summary>The 主要负责人 signs the report in person.</summary>
/// <param name="by">Who signs.</param>
/// <param name="headId">The head.</param>
public sealed class OnlyHeadSignsRule(string by, string headId) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节二 自查总结：自查报告由主要负责人签字";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (by != headId)
        {
            yield return new Problem("signedBy", "自查报告须由单位主要负责人签字，请转请主要负责人办理。");
        }
    }
}
