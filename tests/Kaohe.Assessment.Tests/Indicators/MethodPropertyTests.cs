using FsCheck;
using FsCheck.Fluent;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Xunit;

namespace Kaohe.Assessment.Tests.Indicators;

public sealed class MethodPropertyTests
{
    private static readonly Arbitrary<int[]> SomeFigures = ArbMap.Default.ArbFor<int[]>().Filter(figures => figures.Length > 0);

    private static readonly ScoringMethod[] Comparing =
    [
        new EfficacyCoefficient(),
        new EfficacyCoefficient { LowerIsBetter = true },
        new RatioToBest(),
        new RankLadder { Rungs = [new(1, 100m), new(4, 85m), new(null, 60m)] },
    ];

    [Fact]
    public void Should_score_between_0_and_100_or_refuse() => Prop.ForAll(SomeFigures, figures =>
        Comparing.All(method => Scores(method, figures).All(score => score is null or (>= 0m and <= 100m)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_never_give_the_better_figure_fewer_points() => Prop.ForAll(SomeFigures, figures =>
    {
        int[] rising = [.. figures.Order()];
        return Comparing.Where(method => method is not EfficacyCoefficient { LowerIsBetter: true })
            .Select(method => Scores(method, rising).OfType<decimal>().ToList())
            .All(scores => scores.SequenceEqual(scores.Order()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_lie_between_the_smallest_and_largest_part_for_both_totals_methods() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt[]>().Filter(parts => parts.Length > 0),
        parts =>
        {
            var scores = parts.Select(part => new WeightedScore(part.Get % 101, 1 + (part.Get % 7))).ToList();
            return Enum.GetValues<TotalsMethod>().All(method =>
                WeightedMean.Of(method, scores) is var mean
                && mean >= scores.Min(score => score.Score) - 0.000001m && mean <= scores.Max(score => score.Score) + 0.000001m);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_never_let_the_geometric_mean_pass_the_arithmetic() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt[]>().Filter(parts => parts.Length > 0),
        parts =>
        {
            var scores = parts.Select(part => new WeightedScore(1 + (part.Get % 100), 1 + (part.Get % 7))).ToList();
            return WeightedMean.Of(TotalsMethod.Geometric, scores) <= WeightedMean.Of(TotalsMethod.Arithmetic, scores) + 0.000001m;
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<decimal?> Scores(ScoringMethod method, int[] figures)
    {
        PeerFigure[] peers = [.. figures.Select((figure, place) => new PeerFigure($"u{place}", figure))];
        return figures.Select(figure => method.Score(new MethodInput { Actual = figure, FullPoints = 10m, Peers = peers }).Score);
    }
}
