namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>
/// 增量与增速: 40% for the increment and 60% for the growth rate, each by 功效系数 among the units compared, so that
/// large and small units are judged fairly. A zero or negative base year is refused.
/// </summary>
public sealed record GrowthMix : ScoringMethod
{
    /// <summary>Percent for the increment; the rest is for the rate.</summary>
    public decimal IncrementShare { get; init; } = 40m;

    /// <summary>The score at the worst end of each part.</summary>
    public decimal Floor { get; init; } = 60m;

    /// <inheritdoc/>
    public override string Name => "增量增速法";

    /// <inheritdoc/>
    public override string Citation => "瑞安市2012年考核办法一类做法：增量占 40%、增速占 60%";

    /// <inheritdoc/>
    public override bool NeedsTarget => true;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check()
    {
        if (IncrementShare is < 0m or > 100m)
        {
            yield return new Problem("incrementShare", "增量所占比例应在 0 到 100 之间。");
        }

        if (Floor is < 0m or >= Full)
        {
            yield return new Problem("floor", "基础分应在 0 到 100 之间。");
        }
    }

    /// <inheritdoc/>
    public override MethodOutcome Score(MethodInput input)
    {
        if (input.Target?.Base is not { } start || start <= 0m)
        {
            return MethodOutcome.Refuse(
                "上年基数缺失、为零或为负，增速没有意义，请考核办为该指标改用其他计分方法或办理免考。",
                new NamedFigure("完成值", input.Actual),
                new NamedFigure("上年基数", input.Target?.Base ?? 0m));
        }

        var comparable = input.Peers.Where(peer => peer.Base > 0m).ToList();
        if (comparable.Count == 0)
        {
            return MethodOutcome.Refuse("没有可以比较的单位，增量增速无法计算，请考核办改用其他计分方法。");
        }

        var increments = comparable.ConvertAll(peer => peer.Actual - peer.Base!.Value);
        var rates = comparable.ConvertAll(peer => (peer.Actual - peer.Base!.Value) / peer.Base.Value);
        var increment = input.Actual - start;
        var rate = increment / start;
        var incrementScore = EfficacyFormula.Score(increment, increments.Max(), increments.Min(), Floor);
        var rateScore = EfficacyFormula.Score(rate, rates.Max(), rates.Min(), Floor);
        return new MethodOutcome
        {
            Score = ((incrementScore * IncrementShare) + (rateScore * (100m - IncrementShare))) / 100m,
            Formula = $"增量得分 {Shown.Number(incrementScore)} × {Shown.Number(IncrementShare)}% + 增速得分 {Shown.Number(rateScore)} × {Shown.Number(100m - IncrementShare)}%",
            Inputs = [new("完成值", input.Actual), new("上年基数", start), new("增量", increment), new("增速%", rate * 100m)],
            Flags = [.. Flags(input.Peers.Count - comparable.Count, increments, rates)],
        };
    }

    private static IEnumerable<string> Flags(int leftOut, List<decimal> increments, List<decimal> rates)
    {
        if (leftOut > 0)
        {
            yield return $"有 {leftOut} 个单位上年基数缺失、为零或为负，未参加比较。";
        }

        if (increments.Max() == increments.Min() || rates.Max() == rates.Min())
        {
            yield return "各单位增量或增速相同，无法区分，该部分按满分计。";
        }
    }
}
