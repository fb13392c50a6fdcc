namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>完成率: min(actual ÷ target, cap) × 100, never below 0.</summary>
public sealed record CompletionRate : ScoringMethod
{
    /// <summary>Largest rate that counts: 1 gives no credit for more than the target.</summary>
    public decimal Cap { get; init; } = 1m;

    /// <inheritdoc/>
    public override string Name => "完成率法";

    /// <inheritdoc/>
    public override string Citation => "晋政发〔2006〕28号一类办法：按完成目标的比例计分";

    /// <inheritdoc/>
    public override bool NeedsTarget => true;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check()
    {
        if (Cap < 1m)
        {
            yield return new Problem("cap", "完成率上限不能小于 1，否则完成目标也得不到满分。");
        }
    }

    /// <inheritdoc/>
    public override MethodOutcome Score(MethodInput input)
    {
        if (input.Target is not { Sure: > 0m } target)
        {
            return MethodOutcome.Refuse(
                "目标值缺失、为零或为负，完成率无法计算，请考核办核对目标或改用其他计分方法。",
                new NamedFigure("完成值", input.Actual),
                new NamedFigure("目标值", input.Target?.Sure ?? 0m));
        }

        var rate = input.Actual / target.Sure;
        var counted = Math.Clamp(rate, 0m, Cap);
        List<string> flags = [];
        if (rate > Cap)
        {
            flags.Add($"完成率 {Shown.Number(rate * 100m)}% 超过上限，按 {Shown.Number(Cap * 100m)}% 计。");
        }

        if (rate < 0m)
        {
            flags.Add("完成值为负，按 0 计。");
        }

        return new MethodOutcome
        {
            Score = counted * Full,
            Formula = $"min(完成值 {Shown.Number(input.Actual)} ÷ 目标值 {Shown.Number(target.Sure)}, {Shown.Number(Cap)}) × 100",
            Inputs = [new("完成值", input.Actual), new("目标值", target.Sure)],
            Flags = flags,
        };
    }
}
