namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>分档法: the band in which the figure lies gives the score.</summary>
public sealed record BandTable : ScoringMethod
{
    /// <summary>The bands in rising order; the first is open downwards.</summary>
    public required IReadOnlyList<ScoreBand> Bands { get; init; }

    /// <inheritdoc/>
    public override string Name => "分档法";

    /// <inheritdoc/>
    public override string Citation => "安徽等地考核办法：按完成值所在档次计分";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check()
    {
        if (Bands.Count < 2)
        {
            yield return new Problem("bands", "分档至少要有两档。");
        }

        if (Bands.Count > 0 && Bands[0].From is not null)
        {
            yield return new Problem("bands[0].from", "第一档必须不设下限，否则低于它的数值无档可归。");
        }

        for (var index = 0; index < Bands.Count; index++)
        {
            if (Bands[index].Score is < 0m or > Full)
            {
                yield return new Problem($"bands[{index}].score", "分档的得分应在 0 到 100 之间。");
            }

            if (index > 0 && (Bands[index].From is null || Bands[index].From <= Bands[index - 1].From))
            {
                yield return new Problem($"bands[{index}].from", "分档的下限必须逐档递增，不能空缺或重叠。");
            }
        }
    }

    /// <inheritdoc/>
    public override MethodOutcome Score(MethodInput input)
    {
        var band = Bands.LastOrDefault(band => band.From is null || input.Actual >= band.From);
        if (band is null)
        {
            return MethodOutcome.Refuse($"完成值 {Shown.Number(input.Actual)} 不在任何一档，请补充分档。", new NamedFigure("完成值", input.Actual));
        }

        var where = band.From is { } from ? $"达到 {Shown.Number(from)}" : "在最低一档";
        return new MethodOutcome
        {
            Score = band.Score,
            Formula = $"完成值 {Shown.Number(input.Actual)} {where}，得 {Shown.Number(band.Score)} 分",
            Inputs = [new("完成值", input.Actual)],
        };
    }
}

/// <summary>A band of figures.</summary>
/// <param name="From">Lower end, included; empty for the first band.</param>
/// <param name="Score">0 to 100.</param>
public sealed record ScoreBand(decimal? From, decimal Score);
