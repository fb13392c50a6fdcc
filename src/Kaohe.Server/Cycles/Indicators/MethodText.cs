using System.Globalization;
using System.Text;
using Kaohe.Assessment.Indicators.Methods;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>
/// A scoring method as one cell of a sheet: its name and its numbers, for example <c>完成率法；上限=1.1</c>, <c>功效系数法；基础分=60；逆指标</c>,
/// <c>名次法；3=100；7=88；其余=62</c>, <c>分档法；最低=40；80=70；95=90</c>.
/// </summary>
public static class MethodText
{
    private const string Reverse = "逆指标";
    private const string Rest = "其余";
    private const string Lowest = "最低";
    private static readonly char[] _separators = ['；', ';'];

    /// <summary>What may stand in the cell.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "完成率法；上限=1", "功效系数法；基础分=60；逆指标；满意值=60；不允许值=90", "增量增速法；增量=40；基础分=60", "最优值比较法",
        "名次法；3=100；7=88；其余=62", "分档法；最低=40；80=70；95=90", "扣分法",
    ];

    /// <summary>How to write the method that a text means; the first example when it means none.</summary>
    public static string ExampleFor(string text) =>
        Examples.FirstOrDefault(example => text.Normalize(NormalizationForm.FormKC).TrimStart().StartsWith(example.Split('；')[0], StringComparison.Ordinal)) ?? Examples[0];

    /// <summary>Writes a method; <see cref="Read"/> gives back the same, to the last decimal.</summary>
    public static string Write(ScoringMethod method) => string.Join('；', Parts(method));

    /// <summary>Reads a method.</summary>
    /// <returns>The method; null when the text is none.</returns>
    public static ScoringMethod? Read(string text)
    {
        // People type full-width signs and digits.
        var parts = text.Normalize(NormalizationForm.FormKC).Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        var pairs = parts.Skip(1).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(pair => (Name: pair[0], Value: pair.Length == 2 ? Number(pair[1]) : null, HasValue: pair.Length == 2)).ToList();
        var numbers = pairs.Where(pair => pair.Value is not null).GroupBy(pair => pair.Name).ToDictionary(same => same.Key, same => same.Last().Value!.Value);
        var reverse = pairs.Exists(pair => pair.Name == Reverse);
        return pairs.Exists(pair => (pair.HasValue && pair.Value is null) || (!pair.HasValue && pair.Name != Reverse)) ? null : parts[0] switch
        {
            "完成率法" => new CompletionRate { Cap = numbers.GetValueOrDefault("上限", 1m) },
            "功效系数法" => new EfficacyCoefficient { Floor = numbers.GetValueOrDefault("基础分", 60m), LowerIsBetter = reverse, Good = Optional("满意值"), Bad = Optional("不允许值") },
            "增量增速法" => new GrowthMix { IncrementShare = numbers.GetValueOrDefault("增量", 40m), Floor = numbers.GetValueOrDefault("基础分", 60m) },
            "名次法" => Ladder(pairs.ConvertAll(pair => (pair.Name, pair.Value)), reverse),
            "分档法" => Bands(pairs.ConvertAll(pair => (pair.Name, pair.Value))),
            "扣分法" => new Deduction(),
            _ when parts[0] == new RatioToBest().Name => new RatioToBest { LowerIsBetter = reverse },
            _ => null,
        };

        decimal? Optional(string name) => numbers.TryGetValue(name, out var value) ? value : null;
    }

    private static IEnumerable<string> Parts(ScoringMethod method) => method switch
    {
        CompletionRate rate => [rate.Name, $"上限={Exact(rate.Cap)}"],
        EfficacyCoefficient efficacy =>
        [
            efficacy.Name, $"基础分={Exact(efficacy.Floor)}", .. Flag(efficacy.LowerIsBetter), .. Pair("满意值", efficacy.Good), .. Pair("不允许值", efficacy.Bad),
        ],
        GrowthMix growth => [growth.Name, $"增量={Exact(growth.IncrementShare)}", $"基础分={Exact(growth.Floor)}"],
        RatioToBest ratio => [ratio.Name, .. Flag(ratio.LowerIsBetter)],
        RankLadder ladder =>
        [
            ladder.Name, .. Flag(ladder.LowerIsBetter), .. ladder.Rungs.Select(rung => $"{rung.UpToRank?.ToString(CultureInfo.InvariantCulture) ?? Rest}={Exact(rung.Score)}"),
        ],
        BandTable table => [table.Name, .. table.Bands.Select(band => $"{(band.From is { } from ? Exact(from) : Lowest)}={Exact(band.Score)}")],
        _ => [method.Name],
    };

    private static IEnumerable<string> Flag(bool isReverse) => isReverse ? [Reverse] : [];

    private static IEnumerable<string> Pair(string name, decimal? value) => value is { } number ? [$"{name}={Exact(number)}"] : [];

    private static RankLadder? Ladder(List<(string Name, decimal? Value)> pairs, bool reverse)
    {
        List<LadderRung> rungs = [];
        foreach (var (name, value) in pairs.Where(pair => pair.Value is not null))
        {
            var rank = name == Rest ? null : (int?)Number(name);
            if (rank is null && name != Rest)
            {
                return null;
            }

            rungs.Add(new LadderRung(rank, value!.Value));
        }

        return new RankLadder { Rungs = rungs, LowerIsBetter = reverse };
    }

    private static BandTable? Bands(List<(string Name, decimal? Value)> pairs)
    {
        List<ScoreBand> bands = [];
        foreach (var (name, value) in pairs)
        {
            var from = name == Lowest ? null : Number(name);
            if (value is null || (from is null && name != Lowest))
            {
                return null;
            }

            bands.Add(new ScoreBand(from, value.Value));
        }

        return new BandTable { Bands = bands };
    }

    private static string Exact(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
