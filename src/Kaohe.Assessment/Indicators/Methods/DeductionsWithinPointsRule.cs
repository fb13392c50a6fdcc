namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>扣分法 takes away at most what the indicator is worth.</summary>
/// <param name="indicator">The indicator.</param>
/// <param name="entries">Every deduction of a unit.</param>
public sealed class DeductionsWithinPointsRule(Indicator indicator, IReadOnlyList<DeductionEntry> entries) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：扣分法扣完为止";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        var taken = entries.Sum(entry => entry.Points);
        if (indicator.Method is Deduction && taken > indicator.Weight)
        {
            yield return new Problem(
                "deductions", $"“{indicator.Name}”扣分合计 {Shown.Number(taken)} 分，超过满分 {Shown.Number(indicator.Weight)} 分，请核对；扣完为止的按满分填写。");
        }
    }
}
