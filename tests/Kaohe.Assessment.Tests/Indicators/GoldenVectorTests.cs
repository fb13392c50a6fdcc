using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Xunit;

namespace Kaohe.Assessment.Tests.Indicators;

/// <summary>The public worked example of domain.md: 功效系数 for 甲乙丙丁 with four indicators.</summary>
public sealed class GoldenVectorTests
{
    private static readonly decimal[][] Figures =
    [
        [5733m, 3575m, 3929m, 4404m],
        [60.5m, 52.2m, 71.2m, 69.7m],
        [91.5m, 93.2m, 84.9m, 88.0m],
        [16.7m, 7.3m, 10.7m, 12.8m],
    ];

    [Theory]
    [InlineData(0, new[] { "100.000", "77.474", "91.807", "100.000" })]
    [InlineData(1, new[] { "60.000", "60.000", "100.000", "60.000" })]
    [InlineData(2, new[] { "66.562", "100.000", "60.000", "74.468" })]
    [InlineData(3, new[] { "75.366", "96.842", "74.940", "83.404" })]
    public void Should_compute_efficacy_coefficients(int unit, string[] expected) =>
        Assert.Equal(expected, Coefficients(unit).Select(score => Shown.Score(score)));

    [Theory]
    [InlineData(TotalsMethod.Geometric, new[] { 25, 25, 25, 25 }, new[] { "91.835", "68.173", "73.848", "82.184" })]
    [InlineData(TotalsMethod.Geometric, new[] { 30, 20, 20, 30 }, new[] { "93.413", "66.454", "73.146", "81.595" })]
    [InlineData(TotalsMethod.Arithmetic, new[] { 30, 20, 20, 30 }, new[] { "93.856", "68.000", "74.309", "81.987" })]
    public void Should_bring_coefficients_together(TotalsMethod method, int[] weights, string[] expected) =>
        Assert.Equal(expected, Enumerable.Range(0, 4).Select(unit => Shown.Score(WeightedMean.Of(
            method, [.. Coefficients(unit).Zip(weights, (score, weight) => new WeightedScore(score, weight))]))));

    private static List<decimal> Coefficients(int unit) =>
    [
        .. Figures.Select(column => new EfficacyCoefficient().Score(new MethodInput
        {
            Actual = column[unit],
            FullPoints = 25m,
            Peers = [.. column.Select((value, place) => new PeerFigure($"u{place}", value))],
        }).Score!.Value),
    ];
}
