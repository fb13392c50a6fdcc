namespace Kaohe.Assessment.Scoring;

/// <summary>
/// Once the 联席会议 has confirmed the scores and 结果评定 is under way, what they rest on does not change behind their back: the grades that are being
/// decided would no longer follow from the records. The way open to a correction is the one that the step has: the 领导组 sends it back to 考核汇总, which
/// computes again. While 考核汇总 itself is at work corrections are its business (“数据更正后退回重新计算”); then the scores are only marked as outdated.
/// </summary>
/// <param name="isBeingDetermined">Whether 结果评定 is under way.</param>
public sealed class ConfirmedScoresStandRule(bool isBeingDetermined) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：严格考核程序，执行标准不降低，遵守程序不变通";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (isBeingDetermined)
        {
            yield return new Problem(
                "year", "“考核汇总”已经结束，得分经联席会议确认，正在评定结果，完成值、计票和加减分不能再改。确需更正的，请领导组审定等次时退回“考核汇总”，更正后重新计算得分。");
        }
    }
}
