using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;
using Xunit;

namespace Kaohe.Assessment.Tests.Schemes;

public sealed class SchemeGuardTests
{
    [Fact]
    public void Should_accept_the_defaults() => Assert.Empty(SchemeGuard.Check(Given.Scheme));

    [Fact]
    public void Should_list_every_problem_at_once()
    {
        var scheme = Given.Scheme with
        {
            Title = "",
            Composite = [new(CompositeComponent.Targets, 60m), new(CompositeComponent.Targets, 30m)],
            Ballots = Given.Scheme.Ballots with { Kinds = [new("A", "市级领导", 30m, 0), new("A", "中层", 40m, 8)] },
            Grades = Given.Scheme.Grades with
            {
                Lines = [new(Grade.Good, 80m), new(Grade.FairlyGood, 85m)],
                Labels = [.. GradeLabel.Default.Take(3), new GradeLabel(Grade.Poor, "差", ["一般"])],
                GoodShare = 0m,
            },
            Officials = new OfficialGradeScheme(0.3m, 0.2m, 0.5m),
            Timing = new SchemeTiming { SurveyDays = 0, AdvanceNoticeWorkingDays = 0, AggregationWorkingDays = 400, SelfAssessmentDue = new MonthDay(2, 30) },
        };

        Assert.Equal(
            [
                "title",
                "composite",
                "composite[Targets]",
                "ballots.kinds",
                "ballots.kinds[A].floor",
                "ballots.kinds[A]",
                "grades.lines[Average]",
                "grades.lines[FairlyGood].from",
                "grades.labels",
                "grades.goodShare",
                "officials.approvedShare",
                "timing.advanceNoticeWorkingDays",
                "timing.surveyDays",
                "timing.aggregationWorkingDays",
                "timing.selfAssessmentDue",
            ],
            SchemeGuard.Check(scheme).Select(problem => problem.Path));
    }

    [Fact]
    public void Should_say_what_the_sum_is()
    {
        var scheme = Given.Scheme with { Composite = [new(CompositeComponent.Targets, 99.5m)] };
        Assert.Equal("综合得分各部分的权重合计为 99.5，必须等于 100，请调整。", Assert.Single(SchemeGuard.Check(scheme)).Message);
    }

    [Fact]
    public void Should_not_approve_an_unsound_scheme()
    {
        var exception = Assert.Throws<RulesBrokenException>(() =>
            (Given.Scheme with { Composite = [] }).Approve(new SchemeApproval("组长", new DateOnly(2026, 1, 5), "纪要1号")));
        Assert.IsType<SchemeIsSoundRule>(Assert.Single(exception.BrokenRules));
    }

    [Fact]
    public void Should_leave_the_approved_version_alone_when_revised()
    {
        var approved = Given.Scheme.Approve(new SchemeApproval("组长", new DateOnly(2026, 1, 5), "纪要1号"));
        var draft = approved.Revise();
        Assert.Equal((1, 2), (approved.Version, draft.Version));
        Assert.NotNull(approved.Approval);
        Assert.Null(draft.Approval);
    }

    [Fact]
    public void Should_survive_json()
    {
        var json = AssessmentJson.Write(Given.Scheme);
        Assert.Equal(json, AssessmentJson.Write(AssessmentJson.Read<Scheme>(json)));
        Assert.Contains("\"component\":\"targets\"", json);
    }

    [Fact]
    public void Should_order_grades_and_read_aliases()
    {
        Assert.True(Grade.Good > Grade.FairlyGood && Grade.FairlyGood > Grade.Average && Grade.Average > Grade.Poor);
        Assert.True(GradeNames.TryParse(" 较差 ", out var grade));
        Assert.Equal(Grade.Poor, grade);
        Assert.False(GradeNames.TryParse("优", out _));
        Assert.Equal("差", GradeNames.Of(Grade.Poor));
    }
}
