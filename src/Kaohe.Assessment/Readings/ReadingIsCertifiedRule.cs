namespace Kaohe.Assessment.Readings;

/// <summary>Each indicator has a data department that certifies the figure; an uncertified one counts as not done.</summary>
/// <param name="reading">The reading.</param>
public sealed class ReadingIsCertifiedRule(Reading reading) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：完成值由数据认定部门认定（周口、山西做法）；讲话二（二）四：决不允许出现弄虚作假、虚报浮夸";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (reading.Certification is null)
        {
            yield return new Problem(
                "certification",
                reading.Refusal is { } refusal ? $"数据认定部门不予认定（{refusal.Reason.TrimEnd('。')}），按未完成计。" : "完成值未经数据认定部门认定，按未完成计。");
        }
    }
}
