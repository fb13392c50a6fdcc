namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>扣分法: full points less every recorded deduction, never below 0. A deduction without a reason is refused.</summary>
public sealed record Deduction : ScoringMethod
{
    /// <inheritdoc/>
    public override string Name => "扣分法";

    /// <inheritdoc/>
    public override string Citation => "各地考核办法：发现一项扣一次，扣分必须写明理由";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check() => [];

    /// <inheritdoc/>
    public override MethodOutcome Score(MethodInput input)
    {
        var problems = input.Deductions.SelectMany((entry, index) => new DeductionHasReasonRule(entry, index).Problems()).ToList();
        if (problems.Count > 0)
        {
            return MethodOutcome.Refuse(string.Concat(problems.Select(problem => problem.Message)));
        }

        var taken = input.Deductions.Sum(entry => entry.Points);
        var left = Math.Max(0m, input.FullPoints - taken);
        return new MethodOutcome
        {
            Score = left / input.FullPoints * Full,
            Formula = $"(满分 {Shown.Number(input.FullPoints)} − 扣分 {Shown.Number(taken)}) ÷ {Shown.Number(input.FullPoints)} × 100",
            Inputs = [new("满分", input.FullPoints), new("扣分合计", taken)],
            Flags =
            [
                .. input.Deductions.Select(entry => $"扣 {Shown.Number(entry.Points)} 分：{entry.Reason}"),
                .. taken > input.FullPoints ? ["扣分超过满分，按 0 分计。"] : Array.Empty<string>(),
            ],
        };
    }
}

/// <summary>A deduction says why and takes more than nothing.</summary>
/// <param name="entry">The deduction.</param>
/// <param name="index">Its place in the list, for the path.</param>
public sealed class DeductionHasReasonRule(DeductionEntry entry, int index) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：扣分法须写明理由";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(entry.Reason))
        {
            yield return new Problem($"deductions[{index}].reason", $"第 {index + 1} 项扣分没有写明理由，请补充。");
        }

        if (entry.Points <= 0m)
        {
            yield return new Problem($"deductions[{index}].points", $"第 {index + 1} 项扣分应大于 0，请核对。");
        }
    }
}
