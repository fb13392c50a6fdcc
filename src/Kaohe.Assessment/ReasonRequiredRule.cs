namespace Kaohe.Assessment;

/// <summary>Whoever departs from the ordinary course says why.</summary>
/// <param name="path">The path of the reason field.</param>
/// <param name="reason">What was written.</param>
/// <param name="act">What needs the reason, in Chinese, for example 退回.</param>
public sealed class ReasonRequiredRule(string path, string? reason, string act) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：遵守程序不变通、执行标准不降低、考核结果不偏颇";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            yield return new Problem(path, $"{act}必须写明理由，请填写后再提交。");
        }
    }
}
