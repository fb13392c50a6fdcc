using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Xunit;

namespace Kaohe.Assessment.Tests.Grades;

/// <summary>Each rule is a class that says where it stands, also where it leads to a figure and refuses nothing.</summary>
public sealed class CitationTests
{
    [Fact]
    public void Should_say_of_every_rule_behind_a_score_or_grade_where_it_stands() => Assert.All(
        (string[])[GradeLinesRule.Citation, GoodTieBreakRule.Citation, LastPlaceRule.Citation, FloorPassesWeightRule.Citation, SharedWeightRule.Citation],
        citation => Assert.Matches("讲话|方案 [a-z]", citation));

    [Theory]
    [InlineData(90, Grade.Good)]
    [InlineData(89.999, Grade.FairlyGood)]
    [InlineData(60, Grade.Average)]
    [InlineData(59.9, Grade.Poor)]
    public void Should_reach_the_highest_line_that_a_score_is_not_below(double score, Grade expected) =>
        Assert.Equal(expected, GradeLinesRule.GradeOf(GradeLinesRule.Reached(Given.Scheme, (decimal)score)));

    [Fact]
    public void Should_call_nobody_last_who_is_alone()
    {
        Assert.Null(LastPlaceRule.LowestOf([80m]));
        Assert.Equal(70m, LastPlaceRule.LowestOf([80m, 70m, 70m]));
    }

    [Fact]
    public void Should_leave_a_kind_out_below_its_floor_and_pass_its_weight_to_the_others_in_proportion()
    {
        var kind = new BallotKind("A", "市级领导", 30m, 8);
        Assert.Contains("不足 8 张", FloorPassesWeightRule.WhyLeftOut(kind, 7, null), StringComparison.Ordinal);
        Assert.Null(FloorPassesWeightRule.WhyLeftOut(kind, 8, null));
        Assert.Contains("参会人数少", FloorPassesWeightRule.WhyLeftOut(kind, 20, new FloorDecision("u", CompositeComponent.Ballots, "A", "参会人数少", "o", default)), StringComparison.Ordinal);

        Explanation[] siblings = [new() { Title = "A", Weight = 30m, IsCounted = false }, new() { Title = "B", Weight = 40m }, new() { Title = "C", Weight = 30m }];
        Assert.Null(SharedWeightRule.Of(siblings[0], siblings, 70m));
        Assert.Equal([40m, 30m], siblings.Skip(1).Select(child => SharedWeightRule.Of(child, siblings, 70m)!.Value));
    }
}
