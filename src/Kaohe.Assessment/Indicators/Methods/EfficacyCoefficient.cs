namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>
/// 功效系数: 60 + 40 · (x − bad) ÷ (good − bad). Good and bad are fixed, or the best and worst of the units compared;
/// a reverse indicator (the lower the better) swaps them.
/// </summary>
public sealed record EfficacyCoefficient : ScoringMethod
{
    /// <summary>The score at the bad end.</summary>
    public decimal Floor { get; init; } = 60m;

    /// <summary>True when a lower figure is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>满意值; empty for the best of the units compared.</summary>
    public decimal? Good { get; init; }

    /// <summary>不允许值; empty for the worst of the units compared.</summary>
    public decimal? Bad { get; init; }

    /// <inheritdoc/>
    public override string Name => "功效系数法";

    /// <inheritdoc/>
    public override string Citation => "晋政发〔2006〕28号：功效系数 60＋40×(实际值－不允许值)÷(满意值－不允许值)";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check()
    {
        if (Floor is < 0m or >= Full)
        {
            yield return new Problem("floor", "功效系数的基础分应在 0 到 100 之间。");
        }

        if (Good is null != Bad is null)
        {
            yield return new Problem("good", "满意值和不允许值要么都填，要么都不填（不填则取同组最好和最差）。");
        }

        if (Good is { } good && Bad is { } bad && (LowerIsBetter ? good > bad : good < bad))
        {
            yield return new Problem("good", LowerIsBetter ? "逆指标的满意值应小于不允许值。" : "满意值应大于不允许值。");
        }
    }

    /// <inheritdoc/>
    public override MethodOutcome Score(MethodInput input)
    {
        if ((Good is null || Bad is null) && input.Peers.Count == 0)
        {
            return MethodOutcome.Refuse("没有可以比较的单位，功效系数无法计算，请填写满意值和不允许值。");
        }

        var highest = input.Peers.Count > 0 ? input.Peers.Max(peer => peer.Actual) : 0m;
        var lowest = input.Peers.Count > 0 ? input.Peers.Min(peer => peer.Actual) : 0m;
        var good = Good ?? (LowerIsBetter ? lowest : highest);
        var bad = Bad ?? (LowerIsBetter ? highest : lowest);
        return new MethodOutcome
        {
            Score = EfficacyFormula.Score(input.Actual, good, bad, Floor),
            Formula = $"{Shown.Number(Floor)} + {Shown.Number(Full - Floor)} × ({Shown.Number(input.Actual)} − {Shown.Number(bad)}) ÷ ({Shown.Number(good)} − {Shown.Number(bad)})",
            Inputs = [new("实际值", input.Actual), new("满意值", good), new("不允许值", bad)],
            Flags = [.. Flags(input.Actual, good, bad)],
        };
    }

    private IEnumerable<string> Flags(decimal actual, decimal good, decimal bad)
    {
        if (good == bad)
        {
            yield return "满意值与不允许值相同，无法区分，按满分计。";
            yield break;
        }

        if (LowerIsBetter)
        {
            yield return "逆指标：数值越低越好。";
        }

        if (LowerIsBetter ? actual < good : actual > good)
        {
            yield return "实际值好于满意值，按满分计。";
        }
    }
}
