using Kaohe.Assessment.Indicators.Methods;
using Xunit;

namespace Kaohe.Assessment.Tests.Indicators;

public sealed class MethodTests
{
    private static MethodInput Input(decimal actual, decimal? sure = null, decimal? start = null, params PeerFigure[] peers) => new()
    {
        Actual = actual,
        FullPoints = 10m,
        Target = sure is null ? null : Given.Target("a", "E1", sure.Value, start),
        Peers = peers,
    };

    private static PeerFigure[] Peers(params decimal[] figures) => [.. figures.Select((figure, place) => new PeerFigure($"u{place}", figure))];

    [Theory]
    [InlineData(80, 80)]
    [InlineData(120, 100)]
    [InlineData(-5, 0)]
    public void Should_cap_completion_rate(int actual, int expected) =>
        Assert.Equal(expected, new CompletionRate().Score(Input(actual, 100m)).Score);

    [Fact]
    public void Should_give_credit_above_the_target_up_to_the_cap()
    {
        var outcome = new CompletionRate { Cap = 1.2m }.Score(Input(150m, 100m));
        Assert.Equal(120m, outcome.Score);
        Assert.Contains(outcome.Flags, flag => flag.Contains("超过上限"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-3)]
    public void Should_refuse_completion_rate_without_a_positive_target(int? target)
    {
        var outcome = new CompletionRate().Score(Input(10m, target));
        Assert.Null(outcome.Score);
        Assert.NotNull(outcome.Refusal);
    }

    [Fact]
    public void Should_swap_good_and_bad_for_a_reverse_indicator()
    {
        var method = new EfficacyCoefficient { LowerIsBetter = true };
        Assert.Equal(100m, method.Score(Input(2m, peers: Peers(2m, 4m, 6m))).Score);
        Assert.Equal(80m, method.Score(Input(4m, peers: Peers(2m, 4m, 6m))).Score);
        Assert.Equal(60m, method.Score(Input(6m, peers: Peers(2m, 4m, 6m))).Score);
    }

    [Fact]
    public void Should_give_full_points_and_a_flag_when_best_equals_worst()
    {
        var outcome = new EfficacyCoefficient().Score(Input(5m, peers: Peers(5m, 5m)));
        Assert.Equal(100m, outcome.Score);
        Assert.Contains(outcome.Flags, flag => flag.Contains("无法区分"));
    }

    [Fact]
    public void Should_use_fixed_ends_and_stay_within_0_and_100()
    {
        var method = new EfficacyCoefficient { Good = 100m, Bad = 50m };
        Assert.Equal(80m, method.Score(Input(75m)).Score);
        Assert.Equal(100m, method.Score(Input(400m)).Score);
        Assert.Equal(0m, method.Score(Input(-400m)).Score);
    }

    [Fact]
    public void Should_mix_increment_and_rate()
    {
        // big: +20 from 200 (10 %); small: +5 from 20 (25 %).
        PeerFigure[] peers = [new("big", 220m, 200m), new("small", 25m, 20m)];
        Assert.Equal((100m * 0.4m) + (60m * 0.6m), new GrowthMix().Score(Input(220m, 230m, 200m, peers)).Score);
        Assert.Equal((60m * 0.4m) + (100m * 0.6m), new GrowthMix().Score(Input(25m, 26m, 20m, peers)).Score);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Should_refuse_growth_on_a_zero_or_negative_base(int? start)
    {
        var outcome = new GrowthMix().Score(Input(10m, 12m, start, new PeerFigure("b", 5m, 4m)));
        Assert.Null(outcome.Score);
        Assert.Contains("改用其他计分方法", outcome.Refusal);
    }

    [Fact]
    public void Should_compare_with_the_best()
    {
        Assert.Equal(50m, new RatioToBest().Score(Input(4m, peers: Peers(4m, 8m))).Score);
        Assert.Equal(50m, new RatioToBest { LowerIsBetter = true }.Score(Input(8m, peers: Peers(4m, 8m))).Score);
        Assert.NotNull(new RatioToBest().Score(Input(-4m, peers: Peers(-4m, -2m))).Refusal);
    }

    [Fact]
    public void Should_share_the_better_rank_on_the_ladder()
    {
        var ladder = new RankLadder { Rungs = [new(1, 100m), new(3, 90m), new(null, 70m)] };
        var peers = Peers(9m, 8m, 8m, 7m, 1m);
        Assert.Equal(100m, ladder.Score(Input(9m, peers: peers)).Score);
        Assert.Equal(90m, ladder.Score(Input(8m, peers: peers)).Score);
        Assert.Equal(70m, ladder.Score(Input(7m, peers: peers)).Score);
    }

    [Fact]
    public void Should_find_the_band()
    {
        var table = new BandTable { Bands = [new(null, 50m), new(60m, 80m), new(90m, 100m)] };
        Assert.Equal(50m, table.Score(Input(59.9m)).Score);
        Assert.Equal(80m, table.Score(Input(60m)).Score);
        Assert.Equal(100m, table.Score(Input(90m)).Score);
    }

    [Fact]
    public void Should_refuse_a_deduction_without_reason()
    {
        var input = Input(0m) with { Deductions = [new(1m, "发生一般事故", "应急局"), new(1m, " ", "应急局")] };
        Assert.Contains("第 2 项扣分没有写明理由", new Deduction().Score(input).Refusal);
        Assert.Equal(90m, new Deduction().Score(input with { Deductions = [input.Deductions[0]] }).Score);
        Assert.True(new DeductionHasReasonRule(new DeductionEntry(1m, "", "应急局"), 0).IsBroken());
    }

    [Fact]
    public void Should_not_deduct_below_zero() =>
        Assert.Equal(0m, new Deduction().Score(Input(0m) with { Deductions = [new(99m, "重大问题", "考核办")] }).Score);

    [Fact]
    public void Should_name_every_problem_of_a_method()
    {
        Assert.Single(new CompletionRate { Cap = 0.5m }.Check());
        Assert.Equal(2, new EfficacyCoefficient { Floor = 100m, Good = 1m }.Check().Count());
        Assert.Equal(2, new EfficacyCoefficient { Good = 1m, Bad = 2m }.Check().Concat(new EfficacyCoefficient { Good = 2m, Bad = 1m, LowerIsBetter = true }.Check()).Count());
        Assert.NotEmpty(new RankLadder { Rungs = [new(3, 90m), new(1, 95m)] }.Check());
        Assert.NotEmpty(new BandTable { Bands = [new(1m, 10m), new(1m, 20m)] }.Check());
        Assert.Equal(2, new GrowthMix { IncrementShare = 120m, Floor = -1m }.Check().Count());
    }
}
