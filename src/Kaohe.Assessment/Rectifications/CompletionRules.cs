namespace Kaohe.Assessment.Rectifications;

/// <summary>Whoever applies for 销号 says of every measure how far it has come.</summary>
/// <param name="completion">What the unit reports.</param>
/// <param name="measures">How many measures the report has.</param>
public sealed class CompletionAnswersEveryMeasureRule(RectificationCompletion completion, int measures) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "整改流程：整改期满逐项复查，合格的销号";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (completion.Measures.Count != measures)
        {
            yield return new Problem("measures", $"整改报告有 {measures} 项措施，完成情况填了 {completion.Measures.Count} 项，请逐项对应填写。");
        }

        foreach (var (_, index) in completion.Measures.Select((measure, index) => (measure, index)).Where(each => string.IsNullOrWhiteSpace(each.measure.Progress)))
        {
            yield return new Problem($"measures[{index}].progress", $"第 {index + 1} 项措施没有写明完成情况，请补充。");
        }

        if (string.IsNullOrWhiteSpace(completion.Statement))
        {
            yield return new Problem("statement", "没有写明总体情况和销号申请，请补充。");
        }
    }
}

/// <summary>复查 passes only when every measure is in place; what is not goes back to the unit.</summary>
/// <param name="findings">What 复查 found; empty where it was recorded as a whole only.</param>
/// <param name="measures">How many measures the report has.</param>
public sealed class EveryMeasureIsInPlaceRule(IReadOnlyList<MeasureFinding> findings, int measures) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "整改流程：复查合格的予以销号";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (findings.Count > 0 && findings.Count != measures)
        {
            yield return new Problem("measures", $"整改报告有 {measures} 项措施，复查结论填了 {findings.Count} 项，请逐项对应填写。");
        }

        foreach (var (finding, index) in findings.Select((finding, index) => (finding, index)))
        {
            if (!finding.IsInPlace)
            {
                yield return new Problem($"measures[{index}].isInPlace", $"第 {index + 1} 项措施复查未到位，不能通过，请写明情况退回单位。");
            }

            if (string.IsNullOrWhiteSpace(finding.Finding))
            {
                yield return new Problem($"measures[{index}].note", $"第 {index + 1} 项措施没有写明复查情况，请补充。");
            }
        }
    }
}
