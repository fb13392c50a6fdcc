namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>与最优值之比: x ÷ best × 100, or best ÷ x × 100 for a reverse indicator.</summary>
public sealed record RatioToBest : ScoringMethod
{
    /// <summary>True when a lower figure is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <inheritdoc/>
    public override string Name => "最优值比较法";

    /// <inheritdoc/>
    public override string Citation => "安徽、周口等地考核办法：以同组最优值为满分按比例计分";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check() => [];

    /// <inheritdoc/>
    public override MethodOutcome Score(MethodInput input)
    {
        if (input.Peers.Count == 0)
        {
            return MethodOutcome.Refuse("没有可以比较的单位，最优值无法确定，请考核办改用其他计分方法。");
        }

        var best = LowerIsBetter ? input.Peers.Min(peer => peer.Actual) : input.Peers.Max(peer => peer.Actual);
        if (best == input.Actual)
        {
            return Outcome(Full, input.Actual, best);
        }

        return best <= 0m
            ? MethodOutcome.Refuse("最优值为零或为负，按比例计分没有意义，请考核办改用其他计分方法。", new NamedFigure("最优值", best))
            : Outcome(Math.Clamp((LowerIsBetter ? best / input.Actual : input.Actual / best) * Full, 0m, Full), input.Actual, best);
    }

    private MethodOutcome Outcome(decimal score, decimal actual, decimal best) => new()
    {
        Score = score,
        Formula = LowerIsBetter
            ? $"最优值 {Shown.Number(best)} ÷ 实际值 {Shown.Number(actual)} × 100"
            : $"实际值 {Shown.Number(actual)} ÷ 最优值 {Shown.Number(best)} × 100",
        Inputs = [new("实际值", actual), new("最优值", best)],
        Flags = LowerIsBetter ? ["逆指标：数值越低越好。"] : [],
    };
}
