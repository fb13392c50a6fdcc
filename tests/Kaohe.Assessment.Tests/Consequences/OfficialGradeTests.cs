using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Xunit;

namespace Kaohe.Assessment.Tests.Consequences;

public sealed class OfficialGradeTests
{
    private static readonly Official Head = new() { Id = "head", Name = "王喆", UnitId = "a", Post = "县委书记", Rank = PostRank.Head };

    private static OfficialGradeChoice Choice(int number, PersonGrade? grade) => new(
        new OutstandingFacts { Official = Head with { Id = $"p{number}", Rank = PostRank.Member }, UnitGrade = Grade.Good }, grade);

    [Fact]
    public void Should_list_all_reasons_against_outstanding()
    {
        var facts = new OutstandingFacts
        {
            Official = Head,
            UnitGrade = Grade.Average,
            LeaveDays = 183,
            Measures =
            [
                new("诫勉", new DateOnly(2025, 9, 1), new DateOnly(2026, 2, 28)),
                new("党内警告", new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)),
            ],
        };
        var obstacles = OutstandingEligibility.Obstacles(Given.Scheme, facts);
        Assert.Equal(
            [typeof(HeadOfWeakUnitRule), typeof(MeasureOverlapsYearRule), typeof(LongLeaveRule)],
            obstacles.Select(rule => rule.GetType()));
        Assert.Single(obstacles[1].Problems());
        Assert.Empty(OutstandingEligibility.Obstacles(Given.Scheme, new OutstandingFacts { Official = Head, UnitGrade = Grade.FairlyGood, LeaveDays = 182 }));
    }

    [Fact]
    public void Should_keep_the_quota_for_outstanding()
    {
        Assert.Equal((7, 9), (OutstandingQuota.Seats(Given.Scheme, 39), OutstandingQuota.Seats(Given.Scheme, 39, approved: true)));
        Assert.True(new OutstandingQuotaRule(Given.Scheme, 39, 8, approved: false).IsBroken());
        Assert.False(new OutstandingQuotaRule(Given.Scheme, 39, 8, approved: true).IsBroken());
    }

    [Fact]
    public void Should_grade_officials_together_and_list_every_obstacle()
    {
        OfficialGradeChoice[] choices =
        [
            new(new OutstandingFacts { Official = Head, UnitGrade = Grade.Poor, LeaveDays = 300 }, PersonGrade.Outstanding),
            Choice(0, PersonGrade.Outstanding),
            .. Enumerable.Range(1, 3).Select(number => Choice(number, PersonGrade.Competent)),
            Choice(9, null),
        ];
        var exception = Assert.Throws<RulesBrokenException>(() => OfficialGradeDecider.Decide(Given.Scheme, choices));
        Assert.Equal([typeof(OutstandingQuotaRule), typeof(EligibleForOutstandingRule)], exception.BrokenRules.Select(rule => rule.GetType()));
        Assert.Equal(["outstanding", "officials[head].unitGrade", "officials[head].leaveDays"], exception.Problems.Select(problem => problem.Path));

        choices[0] = choices[0] with { Grade = PersonGrade.BasicallyCompetent };
        var records = OfficialGradeDecider.Decide(Given.Scheme, choices);
        Assert.Equal(new PersonGradeRecord("head", Given.Year, PersonGrade.BasicallyCompetent, "a", "县委书记", true), records[0]);
        Assert.Null(records[^1].Grade);
    }
}
