using Kaohe.Activities.Effects;
using Kaohe.Activities.Tests.Given;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Workflows.Execution.State;
using Xunit;

namespace Kaohe.Activities.Tests.Blocks;

public sealed class BlockTests
{
    private static readonly Dictionary<string, object?> OfUnit = new() { ["cycleYear"] = 2026, ["unitId"] = "wutai", ["unitName"] = "五台县" };

    [Fact]
    public void Should_give_a_task_to_the_unit_of_the_flow()
    {
        var world = World.WithActivity("Kaohe.HumanTask", new { title = "写整改报告", role = "unit", taskKind = TaskKinds.RectificationReport, deadline = "1个月" }, OfUnit);
        var task = Assert.Single(world.Open);
        Assert.Equal(("wutai", "unit", "rectification-report", "写整改报告"), (task.Key, task.Request.Role, task.Request.TaskKind, task.Request.Title));
        world.Complete(task);
        Assert.Equal(["Done"], world.Ended);
    }

    [Fact]
    public void Should_leave_by_the_outcome_that_the_person_chose()
    {
        var world = World.WithActivity("Kaohe.HumanTask", new { outcomes = new[] { "属实", "不属实" } }, null, "属实", "不属实", "Done");
        Assert.Equal(["属实", "不属实"], world.Open.Single().Request.Outcomes.Select(outcome => outcome.Label));
        world.Complete(world.Open.Single(), "不属实");
        Assert.Equal(["不属实"], world.Ended);
    }

    [Fact]
    public void Should_say_who_may_have_a_task_and_how_several_answer()
    {
        var world = World.WithActivity("Kaohe.Approval", new
        {
            candidates = new { type = "JavaScript", value = "['shizhang', {personId: 'shuji'}, 'post:wutai/head']" }, signing = "count", requiredCount = 2, afterReturn = "again",
            returnReach = "previous", returnTargets = new[] { "填报" }, pausesWhileReturned = "no",
        });
        var handling = Assert.Single(world.Open).Request.Handling!;
        Assert.Equal(["shizhang", "shuji", "post:wutai/head"], handling.Candidates);
        Assert.Equal(new SigningSpec(SigningMode.Count, 2, AnswersAfterReturn.AskAgain), handling.Signing);
        Assert.Equal((ReturnReach.Previous, "填报", false), (handling.ReturnScope.Reach, handling.ReturnScope.Titles.Single(), handling.PausesWhileReturned!.Value));

        var plain = Assert.Single(World.WithActivity("Kaohe.HumanTask", new { formStep = "填报" }).Open).Request.Handling!;
        Assert.Equal((0, null, ReturnReach.Any, null, "填报"), (plain.Candidates.Count, plain.Signing, plain.ReturnScope.Reach, plain.PausesWhileReturned, plain.FormStep));
    }

    [Theory]
    [InlineData("""{ "signing": "some" }""", "多人办理方式“some”看不懂")]
    [InlineData("""{ "signing": "count" }""", "请填写须同意的人数")]
    [InlineData("""{ "returnReach": "far" }""", "退回范围“far”看不懂")]
    [InlineData("""{ "candidates": [1] }""", "办理人看不懂")]
    public void Should_say_which_setting_of_several_people_cannot_be_read(string inputs, string message)
    {
        var world = World.WithActivity("Kaohe.Approval", System.Text.Json.Nodes.JsonNode.Parse(inputs));
        Assert.Contains(message, Assert.Single(world.Host.Instances[0].State.Incidents).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_end_at_the_deadline_only_when_told_to()
    {
        var ends = World.WithActivity("Kaohe.HumanTask", new { deadline = "3个工作日", endsAtDeadline = true });
        var waits = World.WithActivity("Kaohe.HumanTask", new { deadline = "3个工作日" });
        ends.AdvanceDays(10);
        waits.AdvanceDays(10);
        Assert.Equal(["Overdue"], ends.Ended);
        Assert.True(ends.Tasks.Single().IsOver);
        Assert.Empty(waits.Ended);
        waits.CompleteEverything();
        Assert.Equal(["Done"], waits.Ended);
    }

    [Fact]
    public void Should_hand_on_what_an_approver_decided()
    {
        var flow = Flow.Chart(
            [
                Flow.Activity("start", "Elsa.Start"), Flow.Activity("it", "Kaohe.Approval", new { submitted = new { figure = 5 } }).To("comment", "v1"),
                Flow.Activity("no", "Elsa.WriteLine", new { text = new { type = "JavaScript", value = "'退回：' + getVariable('v1')" } }),
            ],
            [("start", "Done", "it"), ("it", "Returned", "no")]);
        var world = new World(flow);
        world.Host.Start("flow", OfUnit);
        world.Host.Settle();
        var task = world.Open.Single();
        Assert.True(task.Request.IsApproval);
        Assert.Equal(["agree", "return"], task.Request.Outcomes.Select(outcome => outcome.Code));
        Assert.Equal(5, ((Dictionary<string, object?>)task.Request.Data!["submitted"]!)["figure"]);
        world.Complete(task, "return", comment: "措施不具体");
        Assert.Equal(["退回：措施不具体"], world.Ended);
    }

    [Fact]
    public void Should_draft_sign_number_and_collect_receipts_one_after_another()
    {
        var variable = new { type = "Variable", value = new { id = "v1", name = "v1" } };
        var flow = Flow.Chart(
            [
                Flow.Activity("start", "Elsa.Start"),
                Flow.Activity("draft", "Kaohe.DraftDocument", new { template = "督查通知", title = "督查通知", audience = "all" }).To("documentId", "v1"),
                Flow.Activity("sign", "Kaohe.SignOff", new { documentId = variable }),
                Flow.Activity("issue", "Kaohe.IssueDocument", new { document = variable, audience = "all" }).To("number", "v2"),
                Flow.Activity("receipts", "Kaohe.CollectReceipts", new { documentId = variable, audience = "all", share = 75 }),
                Flow.Activity("says", "Elsa.WriteLine", new { text = new { type = "JavaScript", value = "getVariable('v2')" } }),
            ],
            [("start", "Done", "draft"), ("draft", "Done", "sign"), ("sign", "Returned", "draft"), ("sign", "Signed", "issue"), ("issue", "Done", "receipts"), ("receipts", "Done", "says")]);
        var world = new World(flow);
        world.Host.Start("flow", new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        world.Host.Settle();
        Assert.True(world.Documents.Single().StopsAtDraft);
        world.Complete(world.Open.Single(), "return", comment: "改标题");
        Assert.Empty(world.Host.Instances[0].State.Incidents);
        Assert.Equal(2, world.Documents.Count);
        world.Complete(world.Open.Single());
        Assert.Equal(4, world.Open.Count());
        Assert.All(world.Open, task => Assert.Equal(["document-2"], task.Request.DocumentIds));
        world.CompleteEverything(task => task.Key == "wutai");
        Assert.Equal(["忻考办〔2026〕1号"], world.Ended);
    }

    [Fact]
    public void Should_make_a_letter_for_each_unit()
    {
        var world = World.WithActivity("Kaohe.GenerateLetter", new { audience = "counties" });
        Assert.Equal(["Done"], world.Ended);
        Assert.Equal("结果通知书", world.Letters.Single().TemplateName);
    }

    [Fact]
    public void Should_go_every_way_that_has_units_and_hand_over_the_units()
    {
        object[] results =
        [
            new { unitId = "a", grade = "Good", isLast = false, consequences = new[] { nameof(ConsequenceKind.Commendation), nameof(ConsequenceKind.PriorityPromotion) } },
            new { unitId = "b", grade = "FairlyGood", isLast = true, consequences = new[] { nameof(ConsequenceKind.Admonition) } },
            new { unitId = "c", grade = "Average", isLast = false, consequences = new[] { nameof(ConsequenceKind.Rectification) } },
        ];
        string[] ways = ["Good", "FairlyGood", "Average", "Poor", "Last", "Rectify", "Admonish", "Adjust", "Prioritise", "Done"];
        var world = World.WithActivity("Kaohe.RouteByGrade", new { results }, null, ways);
        Assert.Equal(["Good", "FairlyGood", "Average", "Last", "Rectify", "Admonish", "Prioritise", "Done"], world.Ended);
    }

    [Fact]
    public void Should_start_one_rectification_for_each_unit_and_wait_for_all()
    {
        var child = Flow.Chart([Flow.Activity("task", "Kaohe.HumanTask", new { role = "unit" })], [], "rectification");
        var flow = Flow.Of("Kaohe.Rectification", new { units = "units:wutai,xinfu" });
        var world = new World(flow, child);
        world.Host.Start("flow", new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        world.Host.Settle();
        Assert.Equal(["wutai", "xinfu"], world.Open.Select(task => task.Key));
        Assert.Equal(["rectification-2026-wutai", "rectification-2026-xinfu"], world.Host.Instances.Skip(1).Select(i => i.State.CorrelationId!));
        world.Complete(world.Open.First());
        Assert.Empty(world.Ended);
        world.Complete(world.Open.First());
        Assert.Equal(["Done"], world.Ended);
    }

    [Fact]
    public void Should_record_how_a_rectification_moves_on()
    {
        var world = World.WithActivity("Kaohe.RectificationRecord", new { @event = "Returned", comment = "措施不实", by = "office", reportDeadline = "5个工作日" }, OfUnit);
        var record = Assert.IsType<RecordRectification>(Assert.Single(world.Effects).Payload);
        Assert.Equal(("wutai", RectificationEvent.Returned, "措施不实"), (record.UnitId, record.Event, record.Comment));
        Assert.Equal(new DateTime(2026, 11, 30, 23, 59, 59), record.DueAt!.Value.DateTime);
    }

    [Fact]
    public void Should_send_mail_to_a_role_and_refuse_one_without_receiver()
    {
        var mail = World.WithActivity("Kaohe.SendEmail", new { role = "leader", subject = "逾期", body = "请督办" });
        Assert.Equal(("leader", "逾期"), (((SendEmail)mail.Effects.Single().Payload!).Role, ((SendEmail)mail.Effects.Single().Payload!).Subject));
        var nobody = World.WithActivity("Kaohe.SendEmail", new { subject = "逾期" });
        Assert.Contains("没有收件人", Assert.Single(nobody.Host.Instances[0].State.Incidents).Message);
    }

    [Fact]
    public void Should_wait_for_working_days_until_nine_in_the_morning()
    {
        var world = World.WithActivity("Kaohe.WorkingDayDelay", new { period = "5个工作日" });
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(8)), world.Host.Instances[0].State.Bookmarks.Single().DueAt);
        world.AdvanceDays(6);
        Assert.Empty(world.Ended);
        world.AdvanceDays(1);
        Assert.Equal(["Done"], world.Ended);
    }

    [Fact]
    public void Should_keep_the_decided_results_for_the_flow()
    {
        var flow = Flow.Chart(
            [
                Flow.Activity("start", "Elsa.Start"),
                Flow.Activity("it", "Kaohe.ResultDetermination", new { receiptsNeeded = "no" }).To("grades", "v1"),
                Flow.Activity("route", "Kaohe.RouteByGrade", new { results = new { type = "Variable", value = new { id = "v1", name = "v1" } } }).To("rectifyUnits", "v2"),
                Flow.Activity("says", "Elsa.WriteLine", new { text = new { type = "JavaScript", value = "getVariable('v2').map(u => u.unitId).join()" } }),
            ],
            [("start", "Done", "it"), ("it", "Done", "route"), ("route", "Rectify", "says")]);
        var world = new World(flow) { Results = { World.Result("xinfu", Grade.Good), World.Result("wutai", Grade.Poor, true, ConsequenceKind.Rectification, ConsequenceKind.Admonition) } };
        world.Host.Start("flow", new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        world.Host.Settle();
        world.CompleteEverything();
        Assert.Empty(world.Host.Instances[0].State.Incidents);
        Assert.Equal(["wutai"], world.Ended);
        Assert.Equal(WorkflowStatus.Finished, world.Host.Instances[0].State.Status);
    }
}
