using FsCheck;
using FsCheck.Fluent;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;
using Xunit;

namespace Kaohe.Assessment.Tests.Grades;

public sealed class GradeTests
{
    private static GradeProposal Propose(params CompositeScore[] scores) =>
        GradeProposer.Propose(Given.Scheme, scores, Ranker.Rank(Given.Scheme, "counties", scores));

    /// <summary>Ten units: three seats for 好.</summary>
    private static CompositeScore[] Ten(params CompositeScore[] top) =>
        [.. top, .. Enumerable.Range(0, 10 - top.Length).Select(place => Given.Score($"rest{place}", 70m - place))];

    private static GradeSitting Sitting(params GradeChoice[] choices) =>
        new() { Choices = choices, By = "领导组", Minutes = "纪要〔2027〕2号", At = Given.Noon };

    [Fact]
    public void Should_follow_the_lines()
    {
        var proposal = Propose(Ten(Given.Score("a", 90m), Given.Score("b", 89.9999m), Given.Score("c", 60m), Given.Score("d", 59.9999m)));
        Assert.Equal(Grade.Good, proposal.Of("a")!.Proposed);
        Assert.Equal(Grade.FairlyGood, proposal.Of("b")!.Proposed);
        Assert.Equal(Grade.Average, proposal.Of("c")!.Proposed);
        Assert.Equal(Grade.Poor, proposal.Of("d")!.Proposed);
    }

    [Fact]
    public void Should_round_the_quota_down()
    {
        Assert.Equal(4, Given.Scheme.Grades.GoodSeats(14));
        Assert.Equal(27, Given.Scheme.Grades.GoodSeats(90));
        Assert.Equal(2, Given.Scheme.Grades.GoodSeats(9));
    }

    [Fact]
    public void Should_move_those_beyond_the_quota_to_fairly_good_with_a_reason()
    {
        var proposal = Propose(Ten(Given.Score("a", 95m), Given.Score("b", 94m), Given.Score("c", 93m), Given.Score("d", 92m)));
        Assert.Equal(3, proposal.Units.Count(unit => unit.Proposed == Grade.Good));
        Assert.Equal(Grade.FairlyGood, proposal.Of("d")!.Proposed);
        Assert.Contains("名额 3 个已满", proposal.Of("d")!.Reasons[^1]);
    }

    [Fact]
    public void Should_break_a_tie_at_the_border_by_targets_then_ballots()
    {
        var proposal = Propose(Ten(
            Given.Score("a", 95m), Given.Score("b", 94m),
            Given.Score("c", 93m, targets: 92m, ballots: 80m), Given.Score("d", 93m, targets: 92m, ballots: 81m), Given.Score("e", 93m, targets: 91m)));
        Assert.Equal(Grade.Good, proposal.Of("d")!.Proposed);
        Assert.Contains("按“民主测评”比较", proposal.Of("d")!.Reasons[^1]);
        Assert.Equal(Grade.FairlyGood, proposal.Of("c")!.Proposed);
        Assert.Equal(Grade.FairlyGood, proposal.Of("e")!.Proposed);
        Assert.Equal(0, proposal.OpenSeats);
    }

    [Fact]
    public void Should_leave_an_unbreakable_tie_to_the_leading_group()
    {
        var proposal = Propose(Ten(
            Given.Score("a", 95m), Given.Score("b", 94m, targets: 99m), Given.Score("c", 94m), Given.Score("d", 94m), Given.Score("e", 94m, targets: 80m)));
        Assert.Equal(Grade.Good, proposal.Of("b")!.Proposed);
        Assert.Equal(["c", "d"], proposal.Undecided);
        Assert.Equal(1, proposal.OpenSeats);
        Assert.Equal(Grade.FairlyGood, proposal.Of("e")!.Proposed);

        var exception = Assert.Throws<RulesBrokenException>(() => GradeDecider.Decide(Given.Scheme, proposal, Sitting()));
        Assert.IsType<EveryUnitHasGradeRule>(Assert.Single(exception.BrokenRules));
        var decisions = GradeDecider.Decide(Given.Scheme, proposal,
            Sitting(new GradeChoice("c", Grade.Good, "民生实事完成更好"), new GradeChoice("d", Grade.FairlyGood, "名额所限")));
        Assert.Equal(3, decisions.Count(decision => decision.Decided == Grade.Good));
    }

    [Fact]
    public void Should_never_be_over_quota_silently()
    {
        var proposal = Propose(Ten(Given.Score("a", 95m), Given.Score("b", 94m), Given.Score("c", 93m), Given.Score("d", 92m)));
        var sitting = Sitting(new GradeChoice("d", Grade.Good, "贡献突出"));
        var exception = Assert.Throws<RulesBrokenException>(() => GradeDecider.Decide(Given.Scheme, proposal, sitting));
        Assert.IsType<GoodQuotaRule>(Assert.Single(exception.BrokenRules));
        var decisions = GradeDecider.Decide(Given.Scheme, proposal, sitting with { OverQuotaReason = "省里专项增加名额 1 个" });
        Assert.True(decisions.Single(decision => decision.UnitId == "d").Differs);
        Assert.Equal(4, decisions.Count(decision => decision.OverQuotaReason == "省里专项增加名额 1 个"));
    }

    [Fact]
    public void Should_want_a_reason_where_the_decision_differs_and_minutes_always()
    {
        var proposal = Propose(Ten(Given.Score("a", 95m)));
        var exception = Assert.Throws<RulesBrokenException>(() => GradeDecider.Decide(
            Given.Scheme, proposal, Sitting(new GradeChoice("a", Grade.FairlyGood, ""), new GradeChoice("x", Grade.Good, "")) with { Minutes = "" }));
        Assert.Equal(
            [typeof(TextRequiredRule), typeof(ChoicesFitProposalRule), typeof(DifferenceHasReasonRule)],
            exception.BrokenRules.Select(rule => rule.GetType()));
    }

    [Fact]
    public void Should_name_the_veto_of_a_unit_whose_score_is_capped_already()
    {
        var unit = Propose(Ten(Given.Score("a", 79m, cap: Grade.Average))).Of("a")!;
        Assert.Equal(Grade.Average, unit.Proposed);
        Assert.Contains(unit.Reasons, reason => reason.Contains("一票否决", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_keep_a_vetoed_unit_below_its_cap()
    {
        var proposal = Propose(Ten(Given.Score("a", 95m, cap: Grade.Average)));
        Assert.Equal((Grade.Good, Grade.Average), (proposal.Of("a")!.ByLine, proposal.Of("a")!.Proposed));
        var exception = Assert.Throws<RulesBrokenException>(() =>
            GradeDecider.Decide(Given.Scheme, proposal, Sitting(new GradeChoice("a", Grade.FairlyGood, "整改及时"))));
        Assert.IsType<VetoCapRule>(Assert.Single(exception.BrokenRules));
    }

    [Fact]
    public void Should_not_grade_a_unit_without_a_total()
    {
        var proposal = Propose(Given.Score("a", 95m), Given.Score("b", null));
        Assert.Null(proposal.Of("b")!.Proposed);
        var exception = Assert.Throws<RulesBrokenException>(() =>
            GradeDecider.Decide(Given.Scheme, proposal, Sitting(new GradeChoice("b", Grade.Good, "先定"))));
        Assert.Contains(exception.BrokenRules, rule => rule is EveryUnitHasGradeRule);
    }

    [Fact]
    public void Should_count_only_years_without_a_gap()
    {
        var history = new GradeHistory
        {
            Units =
            [
                new("a", 2022, Grade.Good), new("a", 2024, Grade.Good), new("a", 2025, Grade.Good),
            ],
        };
        Assert.Equal(2, history.Run("a", Grade.Good, 2025));
        Assert.Equal(3, history.With([new("a", 2026, Grade.Good)]).Run("a", Grade.Good, 2026));
        Assert.Equal(0, history.With([new("a", 2025, Grade.Poor)]).Run("a", Grade.Good, 2025));
    }

    [Fact]
    public void Should_fill_at_most_the_seats_whatever_the_scores() => Prop.ForAll(
        ArbMap.Default.ArbFor<(int Total, int Targets)[]>(),
        figures =>
        {
            var scores = figures.Select((figure, place) =>
                Given.Score($"u{place}", 85 + (Math.Abs(figure.Total % 100) % 15), targets: Math.Abs(figure.Targets % 4))).ToArray();
            var proposal = Propose(scores);
            var good = proposal.Units.Count(unit => unit.Proposed == Grade.Good);
            var lineReached = scores.Count(score => score.Total >= 90m);
            return good + proposal.OpenSeats == Math.Min(proposal.GoodSeats, lineReached)
                && (proposal.OpenSeats == 0) == !proposal.Undecided.Any();
        }).QuickCheckThrowOnFailure();
}
