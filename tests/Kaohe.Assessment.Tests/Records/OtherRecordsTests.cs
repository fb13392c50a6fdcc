using Kaohe.Assessment.Interviews;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Readings;
using Kaohe.Assessment.Responsibility;
using Kaohe.Assessment.Reviews;
using Kaohe.Assessment.SelfAssessments;
using Kaohe.Assessment.Supervision;
using Kaohe.Assessment.Units;
using Xunit;

namespace Kaohe.Assessment.Tests.Records;

public sealed class OtherRecordsTests
{
    private static readonly AssessmentTeam Team = new()
    {
        Id = "t1", Name = "第一考核组", LeaderId = "p1", LiaisonId = "p2", MemberIds = ["p1", "p2", "p3"], UnitIds = ["a"],
        Recusals = [new Recusal("p3", "a", "原任职单位")],
    };

    private static List<Type> Broken(Action act) =>
        [.. Assert.Throws<RulesBrokenException>(act).BrokenRules.Select(rule => rule.GetType())];

    [Fact]
    public void Should_not_hand_in_an_incomplete_self_assessment()
    {
        var report = new SelfAssessmentReport { Id = "s", UnitId = "a", Year = 2026 }
            .Write(new SelfAssessmentParts("完成", "", "问题", " "), [new ReportedFigure("E2", 1m)]);
        Assert.Equal(
            [typeof(FourPartsWrittenRule), typeof(EveryIndicatorHasFigureRule), typeof(OnlyHeadSignsRule)],
            Broken(() => report.Sign("clerk", "head", [Given.Indicator("E1", 1m)], Given.Noon)));
    }

    [Fact]
    public void Should_take_a_self_assessment_back_and_forth()
    {
        var indicators = new[] { Given.Indicator("E1", 1m) };
        var parts = new SelfAssessmentParts("完成", "措施", "问题", "打算");
        var signed = new SelfAssessmentReport { Id = "s", UnitId = "a", Year = 2026 }
            .Write(parts, [new ReportedFigure("E1", 1m)])
            .Sign("head", "head", indicators, Given.Noon);
        Assert.Equal([typeof(FitsStateRule<SelfAssessmentState>)], Broken(() => signed.Write(parts, [])));
        var returned = signed.Return("数据未认定", "考核办", Given.Noon);
        Assert.Null(returned.SignedBy);
        var accepted = returned.Sign("head", "head", indicators, Given.Noon).Accept("考核办", Given.Noon);
        Assert.Equal(["签字上报", "退回", "签字上报", "审核通过"], accepted.Log.Select(entry => entry.Act));
        Assert.Equal([typeof(FitsStateRule<SelfAssessmentState>), typeof(ReasonRequiredRule)], Broken(() => accepted.Return("", "考核办", Given.Noon)));
    }

    [Fact]
    public void Should_hold_a_talk_by_two_people_who_do_not_keep_away()
    {
        Assert.Equal([typeof(TwoInterviewersRule), typeof(InterviewersMayActRule)], Broken(() => Interview.Schedule(Talk("p3"), Team, "p2", Given.Noon)));
        var talk = Interview.Schedule(Talk("p1", "p2"), Team, "p2", Given.Noon);
        Assert.Equal([typeof(TextRequiredRule), typeof(InterviewerRecordsRule)], Broken(() => talk.Write("", "p3", Given.Noon)));
        var recorded = talk.Write("班子团结，作风扎实", "p2", Given.Noon);
        Assert.True(recorded.MayRead("p1"));
        Assert.False(recorded.MayRead("p3"));
        Assert.Equal([typeof(FitsStateRule<InterviewState>)], Broken(() => recorded.Cancel("改期", "p2", Given.Noon)));
    }

    [Fact]
    public void Should_count_a_finding_without_evidence_as_not_done()
    {
        var round = new SupervisionRound { Id = "d1", Year = 2026, Number = 1, From = new DateOnly(2026, 4, 1), Until = new DateOnly(2026, 4, 10), UnitIds = ["a"] };
        var bare = new SupervisionFinding { UnitId = "a", IndicatorCode = "E1", Stated = Progress.Done, By = "p1", At = Given.Noon };
        Assert.Equal(Progress.NotDone, bare.Counted);
        Assert.Equal([typeof(UnitIsInRoundRule), typeof(ShortfallIsDescribedRule)], Broken(() => round.Record(bare with { UnitId = "b" })));
        var shown = bare with { Evidence = [new Evidence("现场照片")] };
        var recorded = round.Record(bare with { Note = "资料缺失" }).Record(shown);
        Assert.Equal(Progress.Done, Assert.Single(recorded.Findings).Counted);
    }

    [Fact]
    public void Should_take_a_review_only_in_time_and_give_it_to_somebody_else()
    {
        var application = new ReviewApplication("v1", "a", 2026, "head", "漏计加分", new DateOnly(2027, 1, 30), "p1");
        var request = ReviewRequest.Ask(application, Given.Scheme.Timing, Given.Noon);
        Assert.Equal(new DateOnly(2027, 3, 31), request.AnswerDueOn);
        Assert.Equal(
            [typeof(AskedInTimeRule), typeof(ReasonRequiredRule)],
            Broken(() => ReviewRequest.Ask(application with { NotifiedOn = new DateOnly(2027, 1, 29), Reason = "" }, Given.Scheme.Timing, Given.Noon)));
        Assert.Equal([typeof(AnotherPersonRule)], Broken(() => request.Assign("p1", "p2", Given.Noon)));
        Assert.Equal([typeof(AnotherPersonRule)], Broken(() => request.Assign("head", "p2", Given.Noon)));
        Assert.Equal([typeof(FitsStateRule<ReviewState>), typeof(HandlerAnswersRule)], Broken(() => request.Reply(ReviewOutcome.Upheld, "维持", "p2", Given.Noon)));
        var answered = request.Assign("p2", "p1", Given.Noon).Reply(ReviewOutcome.Changed, "补计 1 分", "p2", Given.Noon);
        Assert.Equal((ReviewState.Answered, ReviewOutcome.Changed), (answered.State, answered.Outcome));
        Assert.True(request.IsOverdue(new DateOnly(2027, 4, 1)));
        Assert.False(answered.IsOverdue(new DateOnly(2027, 4, 1)));
    }

    [Fact]
    public void Should_ground_every_proposed_target()
    {
        var proposal = new IndicatorProposal { Id = "i", UnitId = "a", Year = 2026, Items = [new("E1", 10m, 12m, 11m, "")] };
        var exception = Assert.Throws<RulesBrokenException>(proposal.CheckComplete);
        Assert.Equal(["items[E1].grounds", "items[E1].stretch"], exception.Problems.Select(problem => problem.Path));
        (proposal with { Items = [new("E1", 10m, 12m, 13m, "近三年平均增速")] }).CheckComplete();
    }

    [Fact]
    public void Should_put_a_task_on_everybody_before_the_statement_is_signed()
    {
        var head = new Official { Id = "head", Name = "王喆", UnitId = "a", Post = "县委书记", Rank = PostRank.Head };
        var deputy = head with { Id = "deputy", Name = "韩堃", Rank = PostRank.Member };
        var statement = new ResponsibilityStatement
        {
            Id = "r", UnitId = "a", Year = 2026, Targets = [Given.Target("a", "E1", 1m), Given.Target("a", "E2", 1m)],
            Assignments = [new Assignment("E1", "head", "总负责")],
        };
        var exception = Assert.Throws<RulesBrokenException>(() => statement.SignForUnit("head", "head", [head, deputy], Given.Noon));
        Assert.IsType<EverybodyHasATaskRule>(Assert.Single(exception.BrokenRules));
        Assert.Equal(["assignments[E2]", "assignments[deputy]"], exception.Problems.Select(problem => problem.Path));

        var full = statement with { Assignments = [.. statement.Assignments, new Assignment("E2", "deputy", "分管")] };
        Assert.Equal([typeof(HeadSignsStatementRule)], Broken(() => full.SignForUnit("deputy", "head", [head, deputy], Given.Noon)));
        Assert.Equal(new LogEntry("签订责任书", "head", Given.Noon), full.SignForUnit("head", "head", [head, deputy], Given.Noon).SignedByUnit);
    }

    [Fact]
    public void Should_check_teams()
    {
        Official[] officials = [.. new[] { "p1", "p2", "p3" }.Select(id => new Official { Id = id, Name = id, UnitId = id == "p2" ? "a" : "z", Post = "科长", Rank = PostRank.Staff })];
        Assert.Equal(
            ["teams[t1].memberIds[p2]", "teams.unitIds[b]"],
            TeamGuard.Check([Team], officials, ["a", "b"]).Select(problem => problem.Path));
        var broken = Team with { LeaderId = "x", LiaisonId = "y", MemberIds = ["p1", "q"], Recusals = [new Recusal("q", "a", "")] };
        Assert.Equal(
            ["teams[t1].leaderId", "teams[t1].liaisonId", "teams[t1].memberIds[q]", "teams[t1].unitIds[a]", "teams[t1].recusals[q].reason"],
            TeamGuard.Check([broken], officials, ["a"]).Select(problem => problem.Path));
    }

    [Fact]
    public void Should_check_units()
    {
        Unit[] units =
        [
            Given.County("a"),
            Given.County("a") with { GroupId = "departments", DepartmentType = "party", ContactEmail = "nobody" },
            Given.County("c") with { Kind = UnitKind.Department, GroupId = "none", ShortName = "" },
        ];
        Assert.Equal(
            [
                "units[a].id", "units[a].code", "units[a县].name", "units[a].shortName", "units[a].groupId", "units[a].departmentType", "units[a].contactEmail",
                "units[c].shortName", "units[c].groupId", "units[c].departmentType",
            ],
            UnitGuard.Check(units, Given.Scheme, new HashSet<string>()).Select(problem => problem.Path));
    }

    private static Interview Talk(params string[] interviewers) => new()
    {
        Id = "w1", UnitId = "a", TeamId = "t1", IntervieweeId = "x", InterviewerIds = interviewers, PlannedAt = Given.Noon,
    };
}
