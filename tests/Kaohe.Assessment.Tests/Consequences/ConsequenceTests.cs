using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Ranking;
using Xunit;

namespace Kaohe.Assessment.Tests.Consequences;

public sealed class ConsequenceTests
{
    private static readonly Official Head = new() { Id = "head", Name = "王喆", UnitId = "a", Post = "县委书记", Rank = PostRank.Head };

    private static GradeDecision Decided(string unit, Grade grade) => new()
    {
        UnitId = unit, GroupId = "counties", Year = Given.Year, Proposed = grade, Decided = grade, By = "领导组", Minutes = "纪要", At = Given.Noon,
    };

    private static ConsequenceFacts Facts(params (string Unit, Grade Grade, decimal Score)[] results) => new()
    {
        Year = Given.Year,
        Units = [.. results.Select(result => Given.County(result.Unit))],
        Decisions = [.. results.Select(result => Decided(result.Unit, result.Grade))],
        Rankings = [Ranker.Rank(Given.Scheme, "counties", [.. results.Select(result => Given.Score(result.Unit, result.Score))])],
        Officials = [Head],
    };

    private static List<string> Units(ConsequenceRule rule, ConsequenceFacts facts) => [.. rule.Apply(facts).Select(consequence => consequence.UnitId)];

    [Fact]
    public void Should_commend_good_units() =>
        Assert.Equal(["a"], Units(new CommendGoodUnitsRule(), Facts(("a", Grade.Good, 95m), ("b", Grade.FairlyGood, 85m))));

    [Fact]
    public void Should_ask_average_and_poor_units_for_a_report() => Assert.Equal(
        ["b", "c"],
        Units(new RectifyAverageOrPoorUnitsRule(), Facts(("a", Grade.FairlyGood, 85m), ("b", Grade.Average, 70m), ("c", Grade.Poor, 50m))));

    [Fact]
    public void Should_admonish_the_last_whatever_its_grade()
    {
        var consequence = Assert.Single(new AdmonishLastOrPoorUnitsRule().Apply(Facts(("b", Grade.Good, 95m), ("a", Grade.FairlyGood, 85m))));
        Assert.Equal(("a", "head"), (consequence.UnitId, consequence.OfficialId));
        Assert.Equal("得分在本组排在最后一名（第 2 名）。", Assert.Single(consequence.Reasons));
    }

    [Fact]
    public void Should_admonish_every_tied_last_and_every_poor_with_all_reasons()
    {
        var consequences = new AdmonishLastOrPoorUnitsRule()
            .Apply(Facts(("x", Grade.Good, 95m), ("a", Grade.Poor, 50m), ("b", Grade.Poor, 50m), ("c", Grade.Poor, 55m))).ToList();
        Assert.Equal(["a", "b", "c"], consequences.Select(consequence => consequence.UnitId));
        Assert.Equal([2, 2, 1], consequences.Select(consequence => consequence.Reasons.Count));
    }

    [Fact]
    public void Should_warn_of_adjustment_after_two_poor_years_only()
    {
        var facts = Facts(("a", Grade.Poor, 50m), ("b", Grade.Poor, 55m), ("c", Grade.Average, 65m)) with
        {
            History = new GradeHistory { Units = [new("a", 2025, Grade.Poor), new("b", 2024, Grade.Poor), new("c", 2025, Grade.Poor)] },
        };
        var consequence = Assert.Single(new AdjustAfterTwoPoorYearsRule().Apply(facts));
        Assert.Equal(("a", "head"), (consequence.UnitId, consequence.OfficialId));
        Assert.Contains("2025—2026年度连续 2 年", consequence.Reasons[0]);
        Assert.Contains("组织调整", consequence.Citation);
    }

    [Fact]
    public void Should_put_head_and_outstanding_officials_of_three_good_years_on_the_priority_list()
    {
        var facts = Facts(("a", Grade.Good, 95m), ("b", Grade.Good, 94m)) with { History = ThreeGoodYears(headSince: 2024) };
        Assert.Equal(["head", "deputy"], new PrioritiseAfterThreeGoodYearsRule().Apply(facts).Select(consequence => consequence.OfficialId));
    }

    [Fact]
    public void Should_not_put_a_new_head_on_the_priority_list()
    {
        var facts = Facts(("a", Grade.Good, 95m)) with { History = ThreeGoodYears(headSince: 2025) };
        Assert.Equal(["deputy"], new PrioritiseAfterThreeGoodYearsRule().Apply(facts).Select(consequence => consequence.OfficialId));
    }

    [Fact]
    public void Should_commend_outstanding_and_criticise_incompetent_officials()
    {
        var facts = Facts(("a", Grade.Good, 95m)) with
        {
            History = new GradeHistory
            {
                Persons =
                [
                    new("x", Given.Year, PersonGrade.Outstanding, "a", "副县长", false),
                    new("y", Given.Year, PersonGrade.Incompetent, "a", "副县长", false),
                    new("y", Given.Year - 1, PersonGrade.Outstanding, "a", "副县长", false),
                ],
            },
        };
        Assert.Equal("x", Assert.Single(new CommendOutstandingOfficialsRule().Apply(facts)).OfficialId);
        Assert.Equal("y", Assert.Single(new CriticiseIncompetentOfficialsRule().Apply(facts)).OfficialId);
    }

    [Fact]
    public void Should_cite_the_seed_in_every_rule()
    {
        var seed = string.Concat(ConsequenceRule.All.Select(rule => rule.Citation));
        Assert.All(ConsequenceRule.All, rule => Assert.StartsWith("讲话二（三）", rule.Citation));
        Assert.Contains("限期整改意见", seed);
        Assert.Equal(7, ConsequenceRule.All.Select(rule => rule.Kind).Distinct().Count());
    }

    [Fact]
    public void Should_write_the_passage_on_three_years()
    {
        var text = ThreeYearPassage.Write("王喆", "head", 2026, ThreeGoodYears(headSince: 2025), _ => "五台县");
        Assert.Equal(
            "王喆同志近3年年度目标责任考核等次：2024年度无考核记录；2025年度任五台县县委书记，所在领导班子为“好”，本人为“称职”；2026年度无考核记录。",
            text);
    }

    private static GradeHistory ThreeGoodYears(int headSince) => new()
    {
        Units = [new("a", 2024, Grade.Good), new("a", 2025, Grade.Good), new("b", 2025, Grade.Good)],
        Persons =
        [
            .. Enumerable.Range(headSince, Given.Year - headSince).Select(year => new PersonGradeRecord("head", year, PersonGrade.Competent, "a", "县委书记", true)),
            new PersonGradeRecord("deputy", Given.Year, PersonGrade.Outstanding, "a", "副县长", false),
        ],
    };
}
