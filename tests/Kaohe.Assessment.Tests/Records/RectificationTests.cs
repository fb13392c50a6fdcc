using Kaohe.Assessment.Rectifications;
using Xunit;

namespace Kaohe.Assessment.Tests.Records;

public sealed class RectificationTests
{
    private static readonly DateOnly DueOn = new(2027, 4, 12);

    private static readonly RectificationReport Report = new()
    {
        Causes = "项目前期工作不扎实",
        Measures = [new("投资完成滞后", "逐项挂图作战", "head", new DateOnly(2027, 9, 30))],
    };

    private static readonly RectificationCompletion Completion = new() { Measures = [new(true, "全部开工")], Statement = "已落实，申请销号。" };

    private static Rectification Opened() => new()
    {
        Id = "r1", UnitId = "a", Year = 2026, Cause = "2026年度考核等次为“一般”", NoticedOn = new DateOnly(2027, 3, 10), DueOn = DueOn,
    };

    private static Rectification Passed() => Opened().Submit(Report, "单位", Given.Noon).PassReview("同意", "考核办", Given.Noon);

    [Fact]
    public void Should_go_from_notice_to_closing()
    {
        var closed = Passed()
            .Approve("同意", "领导", Given.Noon)
            .PassRecheck("措施全部落实", "考核组", Given.Noon)
            .Close("考核办", Given.Noon);
        Assert.Equal(RectificationStage.Closed, closed.Stage);
        Assert.Equal(["上报整改报告", "考核办审核通过", "领导批准", "复查通过", "销号"], closed.Log.Select(entry => entry.Act));
        Assert.Equal(AssessmentJson.Write(closed), AssessmentJson.Write(AssessmentJson.Read<Rectification>(AssessmentJson.Write(closed))));
    }

    [Fact]
    public void Should_be_returnable_by_office_leader_and_recheck()
    {
        var again = new DateOnly(2027, 5, 1);
        Rectification[] checkedNow =
        [
            Opened().Submit(Report, "单位", Given.Noon),
            Passed(),
            Passed().Approve("同意", "领导", Given.Noon),
        ];
        var returned = checkedNow.Select(each => each.Return("原因分析不深", again, "某人", Given.Noon)).ToList();
        Assert.Equal(["考核办退回", "领导退回", "复查未通过退回"], returned.Select(each => each.Log[^1].Act));
        Assert.All(returned, each => Assert.Equal((RectificationStage.Returned, again), (each.Stage, each.DueOn)));
        Assert.Equal(RectificationStage.ReportSubmitted, returned[2].Submit(Report, "单位", Given.Noon).Stage);
    }

    [Fact]
    public void Should_not_skip_a_stage()
    {
        Assert.Throws<RulesBrokenException>(() => Opened().PassReview("", "考核办", Given.Noon));
        Assert.Throws<RulesBrokenException>(() => Opened().Submit(Report, "单位", Given.Noon).Approve("", "领导", Given.Noon));
        var exception = Assert.Throws<RulesBrokenException>(() => Passed().Close("考核办", Given.Noon));
        Assert.IsType<FitsStateRule<RectificationStage>>(Assert.Single(exception.BrokenRules));
        Assert.Equal("整改目前为“待领导批准”，此项操作只能在“复查通过，待销号”时进行，请刷新后再看。", exception.Problems[0].Message);
    }

    [Fact]
    public void Should_be_decided_by_different_people()
    {
        Assert.IsType<AnotherPersonRule>(Assert.Single(Assert.Throws<RulesBrokenException>(() =>
            Opened().Submit(Report, "单位", Given.Noon).PassReview("", "单位", Given.Noon)).BrokenRules));
        Assert.IsType<AnotherPersonRule>(Assert.Single(Assert.Throws<RulesBrokenException>(() =>
            Passed().Approve("", "考核办", Given.Noon)).BrokenRules));
    }

    [Fact]
    public void Should_list_everything_that_a_report_lacks()
    {
        var report = new RectificationReport { Causes = "", Measures = [new("", "", "", DueOn)] };
        var exception = Assert.Throws<RulesBrokenException>(() => Opened().Submit(report, "单位", Given.Noon));
        Assert.IsType<ReportIsCompleteRule>(Assert.Single(exception.BrokenRules));
        Assert.Equal(["causes", "measures[0]", "measures[0].responsibleId"], exception.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Should_want_a_reason_and_a_day_ahead_for_a_return()
    {
        var exception = Assert.Throws<RulesBrokenException>(() => Passed().Return(" ", new DateOnly(2027, 3, 1), "领导", Given.Noon));
        Assert.Equal([typeof(ReasonRequiredRule), typeof(NewDueDateIsAheadRule)], exception.BrokenRules.Select(rule => rule.GetType()));
    }

    [Fact]
    public void Should_carry_a_late_report_on_to_admonition_once()
    {
        var late = new DateTimeOffset(2027, 4, 13, 9, 0, 0, TimeSpan.FromHours(8));
        Assert.False(Opened().IsOverdue(DueOn));
        Assert.True(Opened().IsOverdue(DueOn.AddDays(1)));
        Assert.False(Passed().IsOverdue(DueOn.AddDays(1)));
        var escalated = Opened().Escalate("系统", late);
        Assert.Equal(late, escalated.EscalatedAt);
        Assert.IsType<EscalatesOnceWhenOverdueRule>(Assert.Single(
            Assert.Throws<RulesBrokenException>(() => escalated.Escalate("系统", late)).BrokenRules));
        Assert.Throws<RulesBrokenException>(() => Opened().Escalate("系统", Given.Noon));
    }

    [Fact]
    public void Should_go_through_the_units_own_report_to_the_recheck_of_every_measure()
    {
        var approved = Passed().Approve("同意", "领导", Given.Noon);
        Assert.Equal("整改中", RectificationStageNames.Of(approved.Stage));
        var reported = approved.ReportCompletion(Completion, "联络员", Given.Noon);
        Assert.Equal(RectificationStage.AwaitingRecheck, reported.Stage);
        Assert.Equal(("联络员", Given.Noon), (reported.Completion!.By, reported.Completion.At));
        var passed = reported.PassRecheck("已落实", "考核办", Given.Noon, [new(true, "现场查看")], new DateOnly(2027, 10, 8));
        Assert.Equal((RectificationStage.Rechecked, new DateOnly(2027, 10, 8), "现场查看"), (passed.Stage, passed.Recheck!.VisitedOn, passed.Recheck.Measures[0].Finding));
        Assert.Equal(AssessmentJson.Write(passed), AssessmentJson.Write(AssessmentJson.Read<Rectification>(AssessmentJson.Write(passed))));
    }

    [Fact]
    public void Should_be_checked_although_the_unit_did_not_report_and_say_so()
    {
        var missed = Passed().Approve("同意", "领导", Given.Noon).MissCompletion("系统", Given.Noon);
        Assert.Equal((RectificationStage.AwaitingRecheck, "到期未报告完成情况"), (missed.Stage, missed.Log[^1].Act));
        Assert.Null(missed.Completion);
        Assert.Throws<RulesBrokenException>(() => missed.ReportCompletion(Completion, "联络员", Given.Noon));
        Assert.Equal("复查未通过退回", missed.Return("未落实", new DateOnly(2027, 12, 1), "考核办", Given.Noon).Log[^1].Act);
    }

    [Fact]
    public void Should_not_pass_the_recheck_while_a_measure_is_not_in_place_or_unmentioned()
    {
        var reported = Passed().Approve("同意", "领导", Given.Noon).ReportCompletion(Completion, "联络员", Given.Noon);
        var exception = Assert.Throws<RulesBrokenException>(() => reported.PassRecheck("看了", "考核办", Given.Noon, [new(false, "未开工"), new(true, "")]));
        Assert.IsType<EveryMeasureIsInPlaceRule>(Assert.Single(exception.BrokenRules));
        Assert.Equal(["measures", "measures[0].isInPlace", "measures[1].note"], exception.Problems.Select(problem => problem.Path));
        Assert.IsType<AnotherPersonRule>(Assert.Single(Assert.Throws<RulesBrokenException>(() => reported.PassRecheck("看了", "联络员", Given.Noon)).BrokenRules));
    }

    [Fact]
    public void Should_list_every_measure_that_the_unit_leaves_out_of_its_report()
    {
        var approved = Passed().Approve("同意", "领导", Given.Noon);
        var exception = Assert.Throws<RulesBrokenException>(() => approved.ReportCompletion(new RectificationCompletion { Measures = [], Statement = " " }, "联络员", Given.Noon));
        Assert.IsType<CompletionAnswersEveryMeasureRule>(Assert.Single(exception.BrokenRules));
        Assert.Equal(["measures", "statement"], exception.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Should_forget_the_old_findings_when_a_new_report_comes()
    {
        var again = Passed().Approve("同意", "领导", Given.Noon).ReportCompletion(Completion, "联络员", Given.Noon)
            .Return("第1项未到位", new DateOnly(2027, 12, 1), "考核办", Given.Noon).Submit(Report, "单位", Given.Noon);
        Assert.Null(again.Completion);
        Assert.Null(again.CompletionMissedAt);
    }

    [Fact]
    public void Should_name_every_problem_of_the_notice_that_a_report_leaves_out()
    {
        string[] problems = ["投资 完成滞后。", "粮食产量没有完成。", "民意调查低于80分。"];
        var rule = new ReportAnswersNoticeRule(Report with { Measures = [.. Report.Measures, new("其他\n民意调查低于80分", "走访", "head", DueOn)] }, problems);
        var problem = Assert.Single(rule.Problems());
        Assert.Equal("通知书列出的第 2 个问题没有对应的整改措施：粮食产量没有完成。请补上一项，“问题”栏照通知书的原话写。", problem.Message);
        Assert.Empty(new ReportAnswersNoticeRule(Report, []).Problems());
    }
}
