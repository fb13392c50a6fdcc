using Kaohe.Assessment;
using Kaohe.Assessment.Indicators.Methods;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>A scoring method while a person edits it: the numbers of every method at once, so that choosing another method by mistake loses nothing.</summary>
public sealed class MethodDraft
{
    /// <summary>The methods by Chinese name, with a sentence that says what each does.</summary>
    public static IReadOnlyList<(string Name, string Text)> Kinds { get; } =
    [
        (Names.Completion, "完成值 ÷ 确保目标，不超过上限。"),
        (Names.Efficacy, "基础分 ＋（100 － 基础分）×（完成值 － 不允许值）÷（满意值 － 不允许值）。"),
        (Names.Growth, "增量和增速分别在同组内用功效系数计分，再按比例合成；要有上年基数。"),
        (Names.Ratio, "完成值 ÷ 同组最优值；逆指标为最优值 ÷ 完成值。"),
        (Names.Ladder, "按同组名次所在的档计分，并列的取靠前的名次。"),
        (Names.Bands, "按完成值所在的档计分，达到下限即进入该档。"),
        (Names.Deduction, "从满分起扣；每扣一次都要写明扣多少分和理由，扣完为止。"),
    ];

    /// <summary>Chinese name of the method.</summary>
    public string Name { get; set; } = Names.Completion;

    /// <summary>上限 of the completion rate, in percent.</summary>
    public decimal? CapPercent { get; set; } = 100m;

    /// <summary>基础分.</summary>
    public decimal? Floor { get; set; } = 60m;

    /// <summary>满意值; null for the best of the group.</summary>
    public decimal? Good { get; set; }

    /// <summary>不允许值; null for the worst of the group.</summary>
    public decimal? Bad { get; set; }

    /// <summary>逆指标: the lower the better.</summary>
    public bool LowerIsBetter { get; set; }

    /// <summary>增量 in percent; the rest is for 增速.</summary>
    public decimal? IncrementShare { get; set; } = 40m;

    /// <summary>Rungs of the rank ladder; an empty first number takes all the rest.</summary>
    public List<StepRow> Rungs { get; } = [new(3m, 100m), new(7m, 88m), new(null, 62m)];

    /// <summary>Bands; the first has no lower end.</summary>
    public List<StepRow> Bands { get; } = [new(null, 40m), new(80m, 70m), new(95m, 90m)];

    /// <summary>Whether the method knows 逆指标.</summary>
    public bool HasDirection => Name is Names.Efficacy or Names.Ratio or Names.Ladder;

    /// <summary>A draft of a method.</summary>
    public static MethodDraft Of(ScoringMethod method)
    {
        var draft = new MethodDraft { Name = method.Name };
        switch (method)
        {
            case CompletionRate rate:
                draft.CapPercent = rate.Cap * 100m;
                break;
            case EfficacyCoefficient efficacy:
                (draft.Floor, draft.LowerIsBetter, draft.Good, draft.Bad) = (efficacy.Floor, efficacy.LowerIsBetter, efficacy.Good, efficacy.Bad);
                break;
            case GrowthMix growth:
                (draft.IncrementShare, draft.Floor) = (growth.IncrementShare, growth.Floor);
                break;
            case RatioToBest ratio:
                draft.LowerIsBetter = ratio.LowerIsBetter;
                break;
            case RankLadder ladder:
                draft.LowerIsBetter = ladder.LowerIsBetter;
                Fill(draft.Rungs, ladder.Rungs.Select(rung => new StepRow(rung.UpToRank, rung.Score)));
                break;
            case BandTable table:
                Fill(draft.Bands, table.Bands.Select(band => new StepRow(band.From, band.Score)));
                break;
        }

        return draft;
    }

    /// <summary>The method; a number that is left empty is taken as the one that the method refuses or as its default.</summary>
    public ScoringMethod ToMethod() => Name switch
    {
        Names.Efficacy => new EfficacyCoefficient { Floor = Floor ?? -1m, LowerIsBetter = LowerIsBetter, Good = Good, Bad = Bad },
        Names.Growth => new GrowthMix { IncrementShare = IncrementShare ?? -1m, Floor = Floor ?? -1m },
        Names.Ratio => new RatioToBest { LowerIsBetter = LowerIsBetter },
        Names.Ladder => new RankLadder { LowerIsBetter = LowerIsBetter, Rungs = [.. Rungs.Select(row => new LadderRung(row.Whole, row.Score ?? -1m))] },
        Names.Bands => new BandTable { Bands = [.. Bands.Select(row => new ScoreBand(row.From, row.Score ?? -1m))] },
        Names.Deduction => new Deduction(),
        _ => new CompletionRate { Cap = (CapPercent ?? 0m) / 100m },
    };

    /// <summary>Everything that is wrong, with paths like <c>rungs[0].score</c>.</summary>
    public IReadOnlyList<Problem> Check() =>
    [
        .. Name == Names.Ladder
            ? Rungs.Select((row, place) => (row, place)).Where(each => each.row.From is { } rank && (rank != decimal.Truncate(rank) || rank < 1m))
                .Select(each => new Problem($"rungs[{each.place}].upToRank", "名次应是大于 0 的整数。"))
            : [],
        .. ToMethod().Check(),
    ];

    private static void Fill(List<StepRow> rows, IEnumerable<StepRow> with)
    {
        rows.Clear();
        rows.AddRange(with);
    }

    // As the methods name themselves.
    private static class Names
    {
        public const string Completion = "完成率法";
        public const string Efficacy = "功效系数法";
        public const string Growth = "增量增速法";
        public const string Ratio = "最优值比较法";
        public const string Ladder = "名次法";
        public const string Bands = "分档法";
        public const string Deduction = "扣分法";
    }
}

/// <summary>One line of a ladder or a band table.</summary>
/// <param name="from">Last rank, or lower end; null for the open one.</param>
/// <param name="score">0 to 100.</param>
public sealed class StepRow(decimal? from, decimal? score)
{
    /// <summary>Last rank of a rung, or lower end of a band; null for the open one.</summary>
    public decimal? From { get; set; } = from;

    /// <summary>0 to 100; null while nothing is entered.</summary>
    public decimal? Score { get; set; } = score;

    /// <summary>The rank as a whole number.</summary>
    public int? Whole => From is { } rank ? (int)decimal.Clamp(decimal.Truncate(rank), int.MinValue, int.MaxValue) : null;
}
