namespace Kaohe.Assessment.Responsibility;

/// <summary>What goes to the 领导组 has a 确保 target on every line, 力争 not below it, and a reason wherever 考核办 departs from the unit.</summary>
/// <param name="lines">The lines.</param>
public sealed class CollationIsSoundRule(IReadOnlyList<TargetLine> lines) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）一、三：领导组提出年度指标；标准不降、难度不减、实事求是";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (lines.Count == 0)
        {
            yield return new Problem("items", "本年度没有需要下达目标的指标，请先制定指标体系。");
        }

        foreach (var problem in lines.SelectMany(Check))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Check(TargetLine line)
    {
        var path = $"items[{line.UnitId}.{line.Indicator.Code}]";
        var what = $"{line.UnitName}“{line.Indicator.Name}”";
        if (line.Sure is null)
        {
            yield return new Problem($"{path}.sure", $"{what}没有确保目标，请填写。");
        }

        if (line.Stretch < line.Sure)
        {
            yield return new Problem($"{path}.stretch", $"{what}的力争目标低于确保目标，请核对。");
        }

        if (line.IsAdjusted && string.IsNullOrWhiteSpace(line.Collated!.Reason))
        {
            yield return new Problem($"{path}.reason", $"{what}调整了目标，请写明原因。");
        }
    }
}
