namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>名次法: the rank among the units compared gives the score. Equal figures share the better rank.</summary>
public sealed record RankLadder : ScoringMethod
{
    /// <summary>The rungs from the top down; the last one may be open and takes everybody else.</summary>
    public required IReadOnlyList<LadderRung> Rungs { get; init; }

    /// <summary>True when a lower figure is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <inheritdoc/>
    public override string Name => "名次法";

    /// <inheritdoc/>
    public override string Citation => "周口等地考核办法：按同组名次分档计分";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check()
    {
        if (Rungs.Count == 0 || Rungs[^1].UpToRank is not null)
        {
            yield return new Problem("rungs", "名次分档的最后一档必须不设名次上限，以便容纳其余单位。");
        }

        var last = 0;
        foreach (var (rung, index) in Rungs.Select((rung, index) => (rung, index)))
        {
            if (rung.Score is < 0m or > Full)
            {
                yield return new Problem($"rungs[{index}].score", "名次分档的得分应在 0 到 100 之间。");
            }

            if (rung.UpToRank is null && index < Rungs.Count - 1)
            {
                yield return new Problem($"rungs[{index}].upToRank", "只有最后一档可以不设名次上限。");
            }

            if (rung.UpToRank <= last)
            {
                yield return new Problem($"rungs[{index}].upToRank", "名次分档的名次必须从前往后递增。");
            }

            if (index > 0 && rung.Score > Rungs[index - 1].Score)
            {
                yield return new Problem($"rungs[{index}].score", "名次靠后的得分不能高于靠前的。");
            }

            last = rung.UpToRank ?? last;
        }
    }

    /// <inheritdoc/>
    public override MethodOutcome Score(MethodInput input)
    {
        if (input.Peers.Count == 0)
        {
            return MethodOutcome.Refuse("没有可以比较的单位，名次无法确定，请考核办改用其他计分方法。");
        }

        var rank = 1 + input.Peers.Count(peer => LowerIsBetter ? peer.Actual < input.Actual : peer.Actual > input.Actual);
        var rung = Rungs.FirstOrDefault(rung => rung.UpToRank is null || rank <= rung.UpToRank);
        if (rung is null)
        {
            return MethodOutcome.Refuse($"名次分档没有包含第 {rank} 名，请补充分档。");
        }

        var shared = input.Peers.Count(peer => peer.Actual == input.Actual);
        return new MethodOutcome
        {
            Score = rung.Score,
            Formula = $"同组第 {rank} 名，得 {Shown.Number(rung.Score)} 分",
            Inputs = [new("实际值", input.Actual), new("名次", rank), new("参加比较的单位数", input.Peers.Count)],
            Flags = shared > 1 ? [$"与其他 {shared - 1} 个单位并列。"] : [],
        };
    }
}

/// <summary>A rung: up to this rank the score is so much.</summary>
/// <param name="UpToRank">Last rank of the rung; empty for all the rest.</param>
/// <param name="Score">0 to 100.</param>
public sealed record LadderRung(int? UpToRank, decimal Score);
