using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Xunit;

namespace Kaohe.Assessment.Tests.Tallies;

public sealed class TwoPersonTallyTests
{
    private static readonly BallotScheme Ballots = Given.Scheme.Ballots;

    private static BallotTally Sound(int a = 8) =>
        Given.Tally(CompositeComponent.Ballots, "a", Given.Kind("A", a), Given.Kind("B", 9, 1), Given.Kind("C", 5, 5, 5, 5));

    private static TwoPersonTally Entered() => TwoPersonTally.Enter("t1", Sound(), Ballots, "甲", Given.Noon);

    [Fact]
    public void Should_count_only_after_another_person_confirmed()
    {
        var exception = Assert.Throws<RulesBrokenException>(() => Entered().Confirm("甲", Given.Noon));
        Assert.IsType<AnotherPersonChecksRule>(Assert.Single(exception.BrokenRules));
        Assert.Equal(TallyState.Confirmed, Entered().Confirm("乙", Given.Noon).State);
    }

    [Fact]
    public void Should_be_entered_again_after_a_dispute_and_then_checked_afresh()
    {
        var disputed = Entered().Dispute("B 类少计一张", "乙", Given.Noon);
        Assert.IsType<FitsStateRule<TallyState>>(Assert.Single(Assert.Throws<RulesBrokenException>(() => disputed.Confirm("丙", Given.Noon)).BrokenRules));
        var again = disputed.EnterAgain(Sound(), Ballots, "乙", Given.Noon);
        Assert.Throws<RulesBrokenException>(() => again.Confirm("乙", Given.Noon));
        Assert.Equal(TallyState.Confirmed, again.Confirm("甲", Given.Noon).State);
    }

    [Fact]
    public void Should_not_change_once_confirmed()
    {
        var confirmed = Entered().Confirm("乙", Given.Noon);
        Assert.Throws<RulesBrokenException>(() => confirmed.EnterAgain(Sound(), Ballots, "甲", Given.Noon));
        Assert.Throws<RulesBrokenException>(() => confirmed.Dispute("有误", "乙", Given.Noon));
    }

    [Fact]
    public void Should_list_every_number_that_does_not_add_up()
    {
        var tally = Given.Tally(
            CompositeComponent.Ballots,
            "a",
            Given.Kind("A", 8) with { Issued = 7, Returned = 9, Valid = 8, Invalid = -1 },
            Given.Kind("B", 8) with { Counts = new Dictionary<string, int> { ["good"] = 7, ["great"] = 1, ["unknown"] = 2 } },
            Given.Kind("X", 1));

        var exception = Assert.Throws<RulesBrokenException>(() => TwoPersonTally.Enter("t1", tally, Ballots, "甲", Given.Noon));

        Assert.IsType<TallyAddsUpRule>(Assert.Single(exception.BrokenRules));
        Assert.Equal(
            [
                "kinds[C]",
                "kinds[A].invalid",
                "kinds[A].returned",
                "kinds[A].valid",
                "kinds[B].counts[great]",
                "kinds[B].counts",
                "kinds[B].invalid",
                "kinds[X]",
            ],
            exception.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Should_not_close_step_while_a_kind_is_below_its_floor()
    {
        var low = Sound(a: 7);
        Assert.Equal("kinds[A]", Assert.Single(new KindsReachFloorRule(Ballots, low, []).Problems()).Path);
        Assert.Equal(3, new KindsReachFloorRule(Ballots, null, []).Problems().Count());
        Assert.False(new KindsReachFloorRule(Ballots, Sound(), []).IsBroken());
    }

    [Theory]
    [InlineData("A", "市级领导外出较多", false)]
    [InlineData(null, "另行安排", false)]
    [InlineData("A", "", true)]
    [InlineData("B", "不相干", true)]
    public void Should_close_step_below_the_floor_only_by_a_reasoned_decision(string? kind, string reason, bool broken)
    {
        var decision = new FloorDecision("a", CompositeComponent.Ballots, kind, reason, "考核办主任", Given.Noon);
        Assert.Equal(broken, new KindsReachFloorRule(Ballots, Sound(a: 7), [decision]).IsBroken());
    }
}
