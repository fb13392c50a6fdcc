using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Activities.Tests.Given;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Activities.Tests.Flows;

/// <summary>The scheme's day counts and dates, which papers print, are the deadlines of the shipped flows.</summary>
public sealed class TimingTests
{
    private static readonly SchemeTiming Slow = new()
    {
        SelfAssessmentDue = new MonthDay(1, 29), CertificationDays = 18, AdvanceNoticeWorkingDays = 6, SurveyDays = 20, EvaluationWorkingDays = 8, AggregationWorkingDays = 9, ResultsDue = new MonthDay(4, 30), RectificationMonths = 2,
    };

    [Fact]
    public void Should_hold_people_to_the_days_of_the_scheme()
    {
        var world = Play(Slow);

        Assert.Equal(new DateOnly(2027, 1, 29), Due(world, StepCodes.SelfAssessment, TaskKinds.SelfAssessmentReport).Due);
        AssertCertified(world, new DateOnly(2027, 1, 29), new DateOnly(2027, 2, 16));
        Assert.Equal(15, DaysOfNotice(world));
        Assert.Equal(("22个工作日", "22个工作日"), (Text(world, StepCodes.PublicOpinionSurvey), Text(world, StepCodes.SocialEvaluation)));
        Assert.Equal(("8个工作日", "9个工作日", "2027-04-30"), (Text(world, StepCodes.ComprehensiveEvaluation), Text(world, StepCodes.ScoreAggregation), Text(world, StepCodes.ResultDetermination)));
        Assert.Equal("2个月", Report(world).DeadlineText);
        Assert.All(world.Effects.Select(effect => effect.Payload).OfType<RecordRectification>().Where(record => record.Event == RectificationEvent.Noticed), record =>
            Assert.Equal(OfficeTime.DateOf(Report(world).DueAt!.Value), OfficeTime.DateOf(record.DueAt!.Value)));
    }

    [Fact]
    public void Should_keep_the_shipped_days_where_the_scheme_has_them_and_where_a_flow_is_started_without_a_scheme()
    {
        foreach (var world in new[] { Play(new SchemeTiming()), Play(timing: null) })
        {
            Assert.Equal(new DateOnly(2027, 1, 15), Due(world, StepCodes.SelfAssessment, TaskKinds.SelfAssessmentReport).Due);
            AssertCertified(world, new DateOnly(2027, 1, 15), new DateOnly(2027, 1, 25));
            Assert.Equal(12, DaysOfNotice(world));
            Assert.Equal(("15个工作日", "15个工作日"), (Text(world, StepCodes.PublicOpinionSurvey), Text(world, StepCodes.SocialEvaluation)));
            Assert.Equal(("5个工作日", "5个工作日", "2027-03-31"), (Text(world, StepCodes.ComprehensiveEvaluation), Text(world, StepCodes.ScoreAggregation), Text(world, StepCodes.ResultDetermination)));
            Assert.Equal("1个月", Report(world).DeadlineText);
        }
    }

    [Fact]
    public void Should_give_the_report_the_day_that_the_notice_prints_and_a_whole_month_after_a_return()
    {
        var world = new World(Shipped.Flow("rectification")) { IssuesDocuments = false };
        world.Host.Start("rectification", new Dictionary<string, object?> { ["cycleYear"] = 2026, ["unitId"] = "wutai", ["rectificationMonths"] = 2 });
        world.Host.Settle();
        var notice = world.Documents.Single();
        world.IssuesDocuments = true;
        world.Host.Resume(world.Host.Instances[0], notice.BookmarkId, DocumentSignals.Issued(notice.Item, "notice", "忻考办〔2026〕1号", "wutai", "市长", new DateOnly(2027, 2, 3)));
        world.Host.Settle();

        var record = world.Effects.Select(effect => effect.Payload).OfType<RecordRectification>().Single();
        Assert.Equal((new DateOnly(2027, 2, 3), new DateOnly(2027, 2, 3)), (OfficeTime.DateOf(Report(world).DueAt!.Value), OfficeTime.DateOf(record.DueAt!.Value)));

        world.Complete(world.Open.Single());
        world.Complete(world.Open.Single(), "return", comment: "不具体");
        Assert.Empty(world.Host.Instances[0].State.Incidents);
        Assert.Equal("2个月", world.Open.Single().Request.DeadlineText);
    }

    private static World Play(SchemeTiming? timing)
    {
        var world = new World(Shipped.Flow("annual-assessment"), Shipped.Flow("rectification"))
        {
            Results = { World.Result("wutai", Grade.Poor, true, ConsequenceKind.Rectification) },
        };
        var scheme = DemoCityLoader.Load(Shipped.DemoCity).Scheme;
        world.Host.Start("annual-assessment", timing is null ? new Dictionary<string, object?> { ["cycleYear"] = 2026 } : FlowTiming.InputsOf(scheme with { Year = 2026, Timing = timing }));
        world.Host.Settle();
        for (var day = 0; day < 250 && world.Host.Instances[0].State.Status == WorkflowStatus.Running; day++)
        {
            world.CompleteEverything();
            world.AdvanceDays(1);
        }

        Assert.Empty(world.Host.Instances.SelectMany(instance => instance.State.Incidents));
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
        return world;
    }

    // The units report first, the data departments certify after them, and the notice tells both days.
    private static void AssertCertified(World world, DateOnly reported, DateOnly certified)
    {
        Assert.All([TaskKinds.SelfAssessmentReport, TaskKinds.SelfAssessmentSignature], kind => Assert.Equal(reported, Due(world, StepCodes.SelfAssessment, kind).Due));
        Assert.Equal(certified, Due(world, StepCodes.SelfAssessment, TaskKinds.ReadingCertification).Due);
        var notice = world.Documents.Single(document => document.TemplateName == "关于做好年度考核工作的通知");
        Assert.Equal((Iso(reported), Iso(certified)), (notice.Data!["自查报告期限"], notice.Data!["数据认定期限"]));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static (DateOnly Due, string Text) Due(World world, string step, string kind)
    {
        var request = world.Tasks.First(task => task.Request.StepCode == step && task.Request.TaskKind == kind).Request;
        return (OfficeTime.DateOf(request.DueAt!.Value), request.DeadlineText);
    }

    // Items with a shorter time of their own stand beside those that have the step's.
    private static string Text(World world, string step) =>
        world.Tasks.Where(task => task.Request.StepCode == step).MaxBy(task => task.Request.DueAt)!.Request.DeadlineText;

    // Every task of 考核预告 has a time of its own; its paper has the step's.
    private static int DaysOfNotice(World world) => WorkingCalendar.Empty.WorkingDaysBetween(
        world.Tasks.First(task => task.Request.TaskKind == TaskKinds.VisitSchedule).Request.DeadlineStart!.Value,
        OfficeTime.DateOf(world.Documents.First(document => document.TemplateName == "考核预告公告").DueAt!.Value)).Days;

    private static OpenTasks Report(World world) => world.Tasks.First(task => task.Request.TaskKind == TaskKinds.RectificationReport).Request;
}
