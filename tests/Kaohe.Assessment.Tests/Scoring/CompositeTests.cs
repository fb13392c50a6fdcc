using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Xunit;

namespace Kaohe.Assessment.Tests.Scoring;

public sealed class CompositeTests
{
    private static CompositeScore ScoreA(CycleFacts facts) => new CompositeCalculator(facts).Score("a");

    [Fact]
    public void Should_give_100_to_a_perfect_year()
    {
        var score = ScoreA(Given.PerfectYear("a", "b"));
        Assert.Equal(100m, score.Total);
        Assert.Empty(score.Problems);
        Assert.Equal([60m, 15m, 10m, 10m, 5m], score.Components.Select(component => component.EffectiveWeight!.Value));
    }

    [Fact]
    public void Should_count_an_uncertified_figure_as_not_done_and_say_so()
    {
        var facts = Given.PerfectYear("a");
        facts = facts with { Readings = [.. facts.Readings.Select(reading => reading.IndicatorCode == "E1" ? reading with { Certification = null } : reading)] };
        var score = ScoreA(facts);
        Assert.Equal(100m - (60m * 0.35m), score.Total);
        Assert.Contains(score.Why.Find("指标E1")!.Flags, flag => flag.Contains("未经数据认定部门认定"));
    }

    [Fact]
    public void Should_count_a_figure_without_evidence_or_a_missing_one_as_not_done()
    {
        var facts = Given.PerfectYear("a");
        var without = facts with { Readings = [.. facts.Readings.Select(reading => reading.IndicatorCode == "E1" ? reading with { Evidence = [] } : reading)] };
        var missing = facts with { Readings = [.. facts.Readings.Where(reading => reading.IndicatorCode != "E1")] };
        Assert.Equal(79m, ScoreA(without).Total);
        Assert.Equal(79m, ScoreA(missing).Total);
    }

    [Fact]
    public void Should_leave_uncounted_figures_out_of_the_comparison()
    {
        var facts = Given.PerfectYear("a", "b", "c") with { Trees = [Given.Tree(Given.Indicator("E1", 35m, new EfficacyCoefficient()))] };
        facts = facts with
        {
            Readings =
            [
                .. facts.Readings.Where(reading => reading.IndicatorCode != "E1"),
                Given.Reading("a", "E1", 10m),
                Given.Reading("b", "E1", 20m),
                Given.Reading("c", "E1", 999m) with { Certification = null },
            ],
        };
        Assert.Equal(100m, new CompositeCalculator(facts).Score("b").Total);
        Assert.Equal(60m, ScoreA(facts).Why.Find("指标E1")!.Score);
    }

    [Fact]
    public void Should_renormalise_inside_the_parent_when_excused()
    {
        var facts = Given.PerfectYear("a") with { Trees = [Given.Tree(Given.Indicator("E1", 25m), Given.Indicator("E2", 10m))] };
        facts = facts with
        {
            Targets = [.. facts.Targets, Given.Target("a", "E2", 100m)],
            Readings = [.. facts.Readings.Where(reading => reading.IndicatorCode != "E1"), Given.Reading("a", "E1", 50m)],
            Exemptions = [new Exemption("a", "E2", "本县无此项业务", "考核办")],
        };
        var score = ScoreA(facts);
        var e1 = score.Why.Find("指标E1")!;
        Assert.Equal(100m - (60m * 0.35m * 0.5m), score.Total);
        Assert.Equal(60m * 0.35m, e1.EffectiveWeight);
        Assert.False(score.Why.Find("指标E2")!.IsCounted);
        Assert.Contains("本县无此项业务", score.Why.Find("指标E2")!.Flags[0]);
    }

    [Fact]
    public void Should_pass_the_points_of_a_wholly_excused_category_to_the_others()
    {
        var facts = Given.PerfectYear("a");
        facts = facts with
        {
            Readings = [.. facts.Readings.Where(reading => reading.IndicatorCode != "team11"), Given.Reading("a", "team11", 0m)],
            Exemptions = [new Exemption("a", "team11", "新设单位", "考核办")],
        };
        Assert.Equal(100m, ScoreA(facts).Total);
    }

    [Fact]
    public void Should_give_no_total_while_a_method_refuses()
    {
        var facts = Given.PerfectYear("a") with { Trees = [Given.Tree(Given.Indicator("E1", 35m, new GrowthMix()))] };
        var score = ScoreA(facts);
        Assert.Null(score.Total);
        Assert.Equal("scores[a].targets[E1]", Assert.Single(score.Problems).Path);
    }

    [Fact]
    public void Should_pass_the_weight_of_a_kind_below_its_floor_to_the_others_and_hide_its_figures()
    {
        var facts = Given.PerfectYear("a");
        var low = Given.Tally(CompositeComponent.Ballots, "a", Given.Kind("A", 0, poor: 7), Given.Kind("B", 10), Given.Kind("C", 0, fairlyGood: 10));
        facts = facts with { Tallies = [.. facts.Tallies.Where(tally => tally.Component != CompositeComponent.Ballots), low] };
        var score = ScoreA(facts);
        var kind = score.Why.Find("市级领导")!;
        Assert.Equal(((100m * 40m) + (80m * 30m)) / 70m, score.ScoreOf(CompositeComponent.Ballots));
        Assert.False(kind.IsCounted);
        Assert.Null(kind.Score);
        Assert.Empty(kind.Inputs);
        Assert.Equal("有效票不足 8 张，为保护投票人不出分，权重由其他票类分担。", Assert.Single(kind.Flags));
        Assert.DoesNotContain("7", ExplanationText.Write(kind), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_flag_a_kind_without_any_valid_ballot()
    {
        var why = BallotScorer.Score(
            CompositeComponent.Ballots,
            Given.Scheme.Ballots,
            Given.Tally(CompositeComponent.Ballots, "a", Given.Kind("A", 0), Given.Kind("B", 8), Given.Kind("C", 8)));
        Assert.Equal(100m, why.Score);
        Assert.Contains("没有有效票", why.Find("市级领导")!.Flags[0]);
    }

    [Fact]
    public void Should_need_a_decision_of_the_office_when_no_kind_reaches_its_floor()
    {
        var facts = Given.PerfectYear("a", "b");
        facts = facts with { Tallies = [.. facts.Tallies.Where(tally => tally.Component != CompositeComponent.Survey || tally.UnitId != "a")] };
        var open = ScoreA(facts);
        Assert.Null(open.Total);
        Assert.Equal("scores[a].Survey", Assert.Single(open.Problems).Path);

        var decided = ScoreA(facts with
        {
            FloorDecisions = [new FloorDecision("a", CompositeComponent.Survey, null, "疫情期间未能开展", "考核办主任", Given.Noon)],
        });
        Assert.Equal(100m, decided.Total);
        Assert.Equal(60m / 0.9m, decided.Components[0].EffectiveWeight);
        Assert.Contains("疫情期间未能开展", decided.Why.Find("民意调查")!.Flags[0]);

        var unreasoned = ScoreA(facts with
        {
            FloorDecisions = [new FloorDecision("a", CompositeComponent.Survey, null, " ", "考核办主任", Given.Noon)],
        });
        Assert.Null(unreasoned.Total);
    }

    [Fact]
    public void Should_add_and_take_points_within_the_limits()
    {
        var facts = Given.PerfectYear("a") with
        {
            Scheme = Given.Scheme with { Adjustments = new AdjustmentScheme(2m, 10m) },
            Adjustments = [Adjust(3m, "国家级表彰"), Adjust(-5m, "通报批评")],
        };
        var score = ScoreA(facts);
        Assert.Equal(97m, score.Total);
        Assert.Contains(score.Why.Find("加减分")!.Flags, flag => flag.Contains("超过上限"));
    }

    [Fact]
    public void Should_refuse_an_adjustment_without_reason_and_basis()
    {
        var adjustment = Adjust(0m, "") with { Basis = "" };
        var score = ScoreA(Given.PerfectYear("a") with { Adjustments = [adjustment] });
        Assert.Null(score.Total);
        Assert.Equal(
            [typeof(ReasonRequiredRule), typeof(TextRequiredRule), typeof(AdjustmentIsNotZeroRule)],
            adjustment.Rules.Where(rule => rule.IsBroken()).Select(rule => rule.GetType()));
    }

    [Fact]
    public void Should_cap_score_and_grade_by_a_veto()
    {
        var facts = Given.PerfectYear("a") with
        {
            Scheme = Given.Scheme with { Vetoes = [new VetoDefinition("safety", "安全事故", Grade.Average, 79m)] },
            Vetoes = [Veto("safety")],
        };
        var score = ScoreA(facts);
        Assert.Equal(79m, score.Total);
        Assert.Equal(Grade.Average, score.GradeCap);
        Assert.Equal("vetoes[a].code", Assert.Single(ScoreA(facts with { Vetoes = [Veto("nothing")] }).Problems).Path);
    }

    [Fact]
    public void Should_explain_every_point()
    {
        var facts = Given.PerfectYear("a") with { Adjustments = [Adjust(1.5m, "省级表彰")] };
        facts = facts with { Readings = [.. facts.Readings.Select(reading => reading.IndicatorCode == "society11" ? reading with { Value = 33.3333m } : reading)] };
        var score = ScoreA(facts);
        var leaves = score.Why.Walk().Where(node => node.Children.Count == 0).Sum(node => node.Points ?? 0m);
        Assert.Equal(score.Total!.Value, leaves, 20);
        Assert.All(score.Why.Walk(), node => Assert.NotEmpty(node.Source));
    }

    [Fact]
    public void Should_store_unrounded_and_show_three_places_half_up()
    {
        Assert.Equal("79.334", Shown.Score(79.3335m));
        Assert.Equal("80.000", Shown.Score(79.9996m));
        var facts = Given.PerfectYear("a");
        facts = facts with { Targets = [.. facts.Targets.Select(target => target with { Sure = 300m })] };
        Assert.NotEqual(ScoreA(facts).Total, Shown.HalfUp(ScoreA(facts).Total!.Value, 3));
    }

    [Fact]
    public void Should_use_the_geometric_mean_inside_the_tree_when_the_scheme_says_so()
    {
        var facts = Given.PerfectYear("a");
        facts = facts with
        {
            Scheme = Given.Scheme with { Totals = TotalsMethod.Geometric },
            Readings = [.. facts.Readings.Select(reading => reading.IndicatorCode == "E1" ? reading with { Value = 25m } : reading)],
        };
        var score = ScoreA(facts);
        Assert.Equal(100d * Math.Pow(0.25d, 0.35d), (double)score.ScoreOf(CompositeComponent.Targets)!.Value, 8);
        Assert.Null(score.Why.Find("指标E1")!.Points);
        Assert.NotNull(score.Why.Find("目标任务")!.Points);
    }

    [Fact]
    public void Should_survive_json()
    {
        var score = ScoreA(Given.PerfectYear("a", "b"));
        var json = AssessmentJson.Write(score);
        Assert.Equal(json, AssessmentJson.Write(AssessmentJson.Read<CompositeScore>(json)));
    }

    private static Adjustment Adjust(decimal points, string reason) => new()
    {
        UnitId = "a", Points = points, Reason = reason, Basis = "忻考〔2026〕9号", By = "考核办", At = Given.Noon,
    };

    private static Veto Veto(string code) => new()
    {
        UnitId = "a", Code = code, Reason = "某矿事故", Basis = "调查报告", By = "领导组", At = Given.Noon,
    };
}
