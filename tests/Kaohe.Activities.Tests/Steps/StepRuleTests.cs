using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Activities.Tests.Given;
using Kaohe.Office;
using Xunit;

namespace Kaohe.Activities.Tests.Steps;

/// <summary>Order, sending back, completion rules and what the office may do to a running step.</summary>
public sealed class StepRuleTests
{
    private const string Supervision = "Kaohe.Supervision";

    [Fact]
    public void Should_ask_the_units_only_after_the_notice_is_issued()
    {
        var world = World.WithActivity(Supervision);
        Assert.Equal(["plan"], world.Open.Select(task => task.Request.Item));
        world.IssuesDocuments = false;
        world.CompleteEverything();
        Assert.Empty(world.OpenOf("evidence"));
        Assert.Equal("督查通知", Assert.Single(world.Documents).TemplateName);
    }

    [Fact]
    public void Should_open_one_task_for_each_unit_and_collect_receipts_beside_them()
    {
        var world = World.WithActivity(Supervision);
        world.Complete(world.Open.Single());
        Assert.Equal(["xinfu", "yuanping", "wutai", "caizhengju"], world.OpenOf("evidence").Select(task => task.Key));
        Assert.Equal(4, world.OpenOf("notice-receipts").Count);
        Assert.All(world.OpenOf("notice-receipts"), task => Assert.Equal(["document-1"], task.Request.DocumentIds));
    }

    [Theory]
    [InlineData("JavaScript", "['wutai', 'xinfu']")]
    [InlineData("JavaScript", "[{ unitId: 'wutai', score: 58 }, { unitId: 'yuanping', score: 91 }, { unitId: 'xinfu', score: 59.5 }].filter(unit => unit.score < 60)")]
    [InlineData("Literal", "units:wutai、xinfu")]
    public void Should_open_a_task_for_each_unit_that_the_audience_gives(string type, string value)
    {
        var world = World.WithActivity(Supervision, new { audience = new { type, value } });
        world.Complete(world.Open.Single());
        Assert.Equal(["wutai", "xinfu"], world.OpenOf("evidence").Select(task => task.Key));
    }

    [Fact]
    public void Should_open_the_finding_of_a_unit_as_soon_as_its_evidence_is_filed()
    {
        var world = World.WithActivity(Supervision);
        world.Complete(world.Open.Single());
        world.Complete(world.OpenOf("evidence")[1], data: new() { ["C111"] = 55 });
        var finding = Assert.Single(world.OpenOf("finding"));
        Assert.Equal("yuanping", finding.Key);
        Assert.Equal("team", finding.Request.Role);
        Assert.False(finding.Request.ReportsOpened);
        Assert.Equal(55, ((Dictionary<string, object?>)finding.Request.Data!["submitted"]!)["C111"]);
    }

    [Fact]
    public void Should_reopen_the_evidence_of_a_unit_with_the_comment_when_it_is_sent_back()
    {
        var world = World.WithActivity(Supervision);
        world.Complete(world.Open.Single());
        world.Complete(world.OpenOf("evidence")[1]);
        world.Complete(world.OpenOf("finding").Single(), "return", comment: "缺统计局证明");
        var again = world.OpenOf("evidence").Single(task => task.Key == "yuanping");
        Assert.Equal("evidence#1", again.Request.Item);
        Assert.Equal("缺统计局证明", again.Request.Data!["returnReason"]);
        world.Complete(again);
        world.CompleteEverything();
        Assert.Equal(["Done"], world.Ended);
    }

    [Fact]
    public void Should_not_take_a_late_copy_of_the_first_answer_for_the_second()
    {
        var world = World.WithActivity(Supervision);
        world.Complete(world.Open.Single());
        var first = world.OpenOf("evidence")[1];
        world.Complete(first);
        world.Complete(world.OpenOf("finding").Single(), "return", comment: "缺证明");
        world.Complete(first);
        Assert.Empty(world.OpenOf("finding"));
        Assert.Contains(world.OpenOf("evidence"), task => task.Key == "yuanping");
    }

    [Fact]
    public void Should_take_an_answer_that_comes_before_the_word_that_the_tasks_are_open()
    {
        var world = new World(Flow.Of("Kaohe.ComprehensiveEvaluation", null));
        var instance = world.Host.Start("flow", new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        var bookmark = instance.State.Bookmarks.Single(b => b.DueAt is null).Id;
        world.Host.Resume(instance, bookmark, TaskSignals.Completed("report", "xinfu", "t1", "done"));
        world.Host.Settle();
        Assert.Contains(world.OpenOf("signature"), task => task.Key == "xinfu");
        world.CompleteEverything(task => task.Request.Item == "report" && task.Key == "xinfu");
        Assert.Equal(["Done"], world.Ended);
    }

    [Fact]
    public void Should_end_at_the_share_and_close_the_rest_with_a_reason()
    {
        var world = World.WithActivity(Supervision, new { completion = "share", completionShare = 75, receiptsNeeded = "no" });
        world.CompleteEverything(task => task.Key == "wutai");
        Assert.Equal(["Done"], world.Ended);
        Assert.Equal("“督查落实”已按“达到 75%”的完成条件结束。", Assert.Single(world.Tasks, task => task.ClosedBecause is not null).ClosedBecause);
    }

    [Fact]
    public void Should_not_end_below_the_share()
    {
        var world = World.WithActivity(Supervision, new { completion = "share", completionShare = 76, receiptsNeeded = "no" });
        world.CompleteEverything(task => task.Key == "wutai");
        Assert.Empty(world.Ended);
    }

    [Fact]
    public void Should_ask_the_office_for_reasons_at_the_deadline_and_end_when_they_are_given()
    {
        var world = World.WithActivity(Supervision, new { completion = "deadline", receiptsNeeded = "no" });
        world.CompleteEverything(task => task.Key == "wutai");
        Assert.Empty(world.Ended);
        world.AdvanceDays(40);
        var reasons = Assert.Single(world.OpenOf("missing-reasons"));
        world.CloseTask(reasons, "不想写");
        reasons = Assert.Single(world.OpenOf("missing-reasons"));
        var missing = Assert.IsType<List<object?>>(reasons.Request.Data!["missing"]);
        Assert.Equal("wutai", ((Dictionary<string, object?>)Assert.Single(missing)!)["key"]);
        world.Complete(reasons, data: new() { ["reasons"] = new Dictionary<string, object?> { ["wutai"] = "遭遇洪灾" } });
        Assert.Equal(["Overdue"], world.Ended);
        var summary = (Dictionary<string, object?>)world.Host.Instances[0].Journal.Last(e => e.ActivityId == "it" && e.EventName == "Completed").Payload!["Summary"]!;
        Assert.Equal("遭遇洪灾", ((Dictionary<string, object?>)((List<object?>)summary["missing"]!)[0]!)["reason"]);
    }

    [Fact]
    public void Should_ask_for_reasons_again_about_work_that_comes_after_the_first_were_given()
    {
        var world = World.WithActivity("Kaohe.SelfAssessment", new { completion = "deadline", receiptsNeeded = "no", leaderSigns = "no" });
        world.CompleteEverything(task => task.Key == "wutai");
        world.AdvanceDays(60);
        world.Complete(world.OpenOf("missing-reasons").Single(), data: new() { ["reasons"] = new Dictionary<string, object?> { ["wutai"] = "遭遇洪灾" } });
        Assert.Empty(world.Ended);
        var certification = world.OpenOf("certification");
        Assert.NotEmpty(certification);

        world.AdvanceDays(10);

        var again = world.OpenOf("missing-reasons").Single();
        Assert.Equal(certification.Select(task => task.Key), ((List<object?>)again.Request.Data!["missing"]!).Select(one => ((Dictionary<string, object?>)one!)["key"]));
        world.Complete(again, data: new() { ["reasons"] = certification.ToDictionary(task => task.Key, _ => (object?)"没有人手") });
        Assert.Equal(["Overdue"], world.Ended);
    }

    [Fact]
    public void Should_not_close_with_a_reason_what_came_after_the_office_was_asked()
    {
        var world = World.WithActivity("Kaohe.SelfAssessment", new { completion = "deadline", receiptsNeeded = "no", leaderSigns = "no" });
        world.CompleteEverything(task => task.Request.Item == "report");
        world.AdvanceDays(60);
        var reasons = world.OpenOf("missing-reasons").Single();
        var late = world.OpenOf("report").Single(task => task.Key == "wutai");
        world.Complete(late);

        world.Complete(reasons, data: new() { ["reasons"] = world.OpenOf("report").Append(late).ToDictionary(task => task.Key, _ => (object?)"没有报来") });

        Assert.Equal("wutai", world.OpenOf("signature").Single().Key);
        Assert.Empty(world.OpenOf("report"));
    }

    [Fact]
    public void Should_ask_again_when_only_what_happens_once_was_open_at_the_deadline()
    {
        var world = World.WithActivity(Supervision, new { completion = "deadline", receiptsNeeded = "no" });
        world.AdvanceDays(40);
        Assert.Empty(world.OpenOf("missing-reasons"));
        world.CompleteEverything(task => task.Request.Item == "evidence");
        Assert.Empty(world.OpenOf("missing-reasons"));

        world.AdvanceDays(10);

        Assert.Single(world.OpenOf("missing-reasons"));
    }

    [Fact]
    public void Should_not_wait_for_reasons_once_the_office_has_ended_the_step()
    {
        var world = World.WithActivity(Supervision, new { completion = "deadline", receiptsNeeded = "no" });
        world.CompleteEverything(task => task.Request.Item == "evidence");
        world.AdvanceDays(40);

        world.Tell(world.OpenOf("missing-reasons").Single(), StepSignals.StepClosed("机构改革，本轮督查提前结束", "kaoheban-zhuren"));

        world.CompleteEverything();
        Assert.Empty(world.OpenOf("missing-reasons"));
        Assert.Equal(["Overdue"], world.Ended);
    }

    [Fact]
    public void Should_excuse_a_unit_whose_task_the_office_closed_with_a_reason()
    {
        var world = World.WithActivity(Supervision, new { receiptsNeeded = "no" });
        world.Complete(world.Open.Single());
        world.CloseTask(world.OpenOf("evidence").Single(task => task.Key == "wutai"), "机构撤并");
        world.CompleteEverything();
        Assert.Equal(["Done"], world.Ended);
        Assert.DoesNotContain(world.Tasks, task => task.Key == "wutai" && task.Request.Item == "finding");
    }

    [Fact]
    public void Should_not_let_the_office_close_a_decision_away()
    {
        var world = World.WithActivity("Kaohe.ScoreAggregation");
        world.CloseTask(world.OpenOf("check").Single(), "不想看");
        Assert.Equal("不想看", world.OpenOf("check").Single().Request.Data!["returnReason"]);
        Assert.Empty(world.Documents);
    }

    [Fact]
    public void Should_end_with_the_reasons_of_the_office_but_still_do_what_must_happen_once()
    {
        var world = World.WithActivity(Supervision, new { receiptsNeeded = "no" });
        world.Complete(world.Open.Single());
        var evidence = world.OpenOf("evidence")[0];
        world.Tell(evidence, StepSignals.StepClosed("机构改革，本轮督查提前结束", "kaoheban-zhuren"));
        Assert.Equal(["Done"], world.Ended);
        Assert.Contains(world.Documents, document => document.TemplateName == "督查通报");
        Assert.DoesNotContain(world.Tasks, task => task.Request.Item == "finding");
    }

    [Fact]
    public void Should_move_its_clock_and_its_tasks_when_the_office_changes_the_deadline()
    {
        var world = World.WithActivity(Supervision, new { deadline = "5个工作日" });
        var due = OfficeTime.EndOf(new DateOnly(2026, 12, 31));
        world.Tell(world.Open.Single(), StepSignals.DeadlineChanged(due, "年底统一督查", "office"));
        Assert.Equal(due, Assert.IsType<ChangeDeadline>(world.Effects.Last().Payload).DueAt);
        world.AdvanceDays(30);
        world.CompleteEverything();
        Assert.Equal(["Done"], world.Ended);
        Assert.All(world.OpenOf("evidence"), task => Assert.Equal(due, task.Request.DueAt));
    }

    [Fact]
    public void Should_have_the_notice_mended_and_signed_again_when_the_leader_sends_it_back()
    {
        var world = new World(Flow.Of(Supervision, null)) { SignerSendsBack = 1 };
        world.Host.Start("flow", new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        world.Host.Settle();
        world.Complete(world.Open.Single());
        var revision = Assert.Single(world.Open);
        Assert.Equal(TaskKinds.DocumentRevision, revision.Request.TaskKind);
        Assert.Equal("主送机关不全", revision.Request.Data!["returnReason"]);
        Assert.Equal(["document-1"], revision.Request.DocumentIds);
        world.Complete(revision, data: new() { ["主送机关"] = "各县（市、区）" });
        Assert.Equal(["notice", "notice#1"], world.Documents.Select(document => document.Item));
        world.CompleteEverything();
        Assert.Equal(["Done"], world.Ended);
    }

    [Fact]
    public void Should_compute_again_when_the_check_sends_back_and_return_the_step_when_the_meeting_does()
    {
        var world = World.WithActivity("Kaohe.ScoreAggregation");
        world.Complete(world.OpenOf("check").Single(), "return", comment: "补录一项");
        Assert.Equal(2, world.Effects.Count(effect => effect.Kind == KaoheEffects.ComputeScores));
        world.Complete(world.OpenOf("check").Single());
        Assert.Equal([AudienceKind.Counties, AudienceKind.Departments], world.Documents.Select(document => document.Audience.Kind));
        world.Complete(world.OpenOf("meeting").Single(), "return", comment: "评价依据不足");
        Assert.Equal(["Returned"], world.Ended);
    }

    [Fact]
    public void Should_show_the_second_person_what_the_first_counted_and_who_that_was()
    {
        var world = World.WithActivity("Kaohe.SocialEvaluation");
        world.Complete(world.Open.Single());
        var tally = world.OpenOf("tally").Single();
        world.Complete(tally, data: new() { ["valid"] = 24 });
        var confirmation = world.OpenOf("confirmation").Single().Request;
        Assert.True(confirmation.IsApproval);
        Assert.Equal(("somebody", tally.Id), (confirmation.Data!["submittedBy"], confirmation.Data["submittedTaskId"]));
        world.Complete(world.OpenOf("confirmation").Single(), "return", comment: "少一张");
        Assert.Equal("少一张", world.OpenOf("tally").Single().Request.Data!["returnReason"]);
        world.CompleteEverything();
        Assert.Equal(["Done"], world.Ended);
    }

    [Fact]
    public void Should_follow_the_inputs_of_the_office()
    {
        var world = World.WithActivity(Supervision, new
        {
            audience = new { type = "JavaScript", value = "['wutai', 'xinfu']" }, responsibleRole = "office", documentTemplate = "关于做好年度考核工作的通知", leaderSigns = "no", receiptsNeeded = "no",
        });
        world.Complete(world.Open.Single());
        var notice = world.Documents.Single();
        Assert.Equal(("关于做好年度考核工作的通知", false, false), (notice.TemplateName, notice.NeedsSignature, notice.NeedsReceipts));
        Assert.Equal(["wutai", "xinfu"], world.Open.Select(task => task.Key));
        world.Complete(world.Open.First());
        Assert.Equal("office", world.OpenOf("finding").Single().Request.Role);
        Assert.Equal(3, World.WithActivity("Kaohe.ComprehensiveEvaluation", new { audience = "counties" }).Open.Count());
    }

    [Fact]
    public void Should_be_for_the_units_that_are_ticked_in_the_list_and_for_the_audience_when_none_is()
    {
        var listed = World.WithActivity("Kaohe.ComprehensiveEvaluation", new { audience = "counties", unitList = new { type = "Object", value = """["wutai","caizhengju"]""" } });
        var none = World.WithActivity("Kaohe.ComprehensiveEvaluation", new { audience = "counties", unitList = new { type = "Object", value = "[]" } });
        Assert.Equal(["wutai", "caizhengju"], listed.Open.Select(task => task.Key));
        Assert.Equal(3, none.Open.Count());
    }

    [Theory]
    [InlineData("counties", "counties")]
    [InlineData("units:wutai,xinfu", "units:wutai,xinfu")]
    [InlineData("all", null)]
    public void Should_tell_a_task_that_is_opened_once_for_which_units_the_step_is(string audience, string? told)
    {
        var world = World.WithActivity("Kaohe.AdvanceNotice", new { audience });
        var schedule = world.Open.Single();
        world.Complete(schedule);
        Assert.Equal(told, schedule.Request.Data?.GetValueOrDefault(FlowInputs.Concerned));
        Assert.Equal(told, world.OpenOf("approval").Single().Request.Data?.GetValueOrDefault(FlowInputs.Concerned));
    }

    [Fact]
    public void Should_send_no_unit_what_is_kept_with_the_material_of_the_step()
    {
        var world = World.WithActivity("Kaohe.SocialEvaluation");
        for (var days = 0; days < 20 && world.Ended.Count == 0; days++)
        {
            world.CompleteEverything();
            world.AdvanceDays(1);
        }

        Assert.Equal([("社会评价表", true), ("社会评价汇总表", true)], world.Documents.Select(document => (document.TemplateName, document.IsKept)));
    }

    [Theory]
    [InlineData("Kaohe.PublicOpinionSurvey", "民意调查报告", false)]
    [InlineData("Kaohe.ComprehensiveEvaluation", "考核组报告", true)]
    [InlineData("Kaohe.ScoreAggregation", "得分汇总表", false)]
    public void Should_send_no_unit_what_is_thought_of_it_before_the_decision(string step, string template, bool isWithheld)
    {
        var world = World.WithActivity(step);
        for (var days = 0; days < 30 && world.Ended.Count == 0; days++)
        {
            world.CompleteEverything();
            world.AdvanceDays(1);
        }

        var papers = world.Documents.Where(document => document.TemplateName == template).ToList();
        Assert.NotEmpty(papers);
        Assert.All(papers, paper => Assert.Equal((true, isWithheld), (paper.IsKept, paper.IsWithheld)));
    }

    [Fact]
    public void Should_send_the_summary_of_ratings_to_be_signed_and_received_when_the_office_wants_it_so()
    {
        var world = World.WithActivity("Kaohe.SocialEvaluation", new { documentTemplate = "得分汇总表", leaderSigns = "yes", receiptsNeeded = "yes" });
        for (var days = 0; days < 20 && world.OpenOf("summary-receipts").Count == 0; days++)
        {
            world.CompleteEverything(task => task.Request.Item.StartsWith("summary-receipts", StringComparison.Ordinal));
            world.AdvanceDays(1);
        }

        var summary = world.Documents[^1];
        Assert.Equal(("得分汇总表", false, true, true), (summary.TemplateName, summary.IsKept, summary.NeedsSignature, summary.NeedsReceipts));
        Assert.All(world.OpenOf("summary-receipts"), task => Assert.Equal(["document-2"], task.Request.DocumentIds));
    }

    [Fact]
    public void Should_keep_records_of_talks_confidential()
    {
        var world = World.WithActivity("Kaohe.IndividualInterviews");
        world.Complete(world.OpenOf("plan")[0]);
        Assert.True(world.OpenOf("record").Single().Request.IsConfidential);
    }

    [Fact]
    public void Should_leave_the_notice_public_for_the_period_before_the_step_ends()
    {
        var world = World.WithActivity("Kaohe.AdvanceNotice");
        world.CompleteEverything();
        Assert.True(world.Documents.Single().IsPerUnit);
        world.AdvanceDays(2);
        Assert.Empty(world.Ended);
        world.AdvanceDays(2);
        Assert.Equal(["Done"], world.Ended);
    }

    [Theory]
    [InlineData("deadline", "很快", "看不懂期限")]
    [InlineData("reminders", "很早", "看不懂催办时间")]
    [InlineData("audience", "everybody", "考核对象看不懂")]
    [InlineData("completion", "maybe", "看不懂完成条件")]
    [InlineData("escalationRole", "king", "没有角色")]
    public void Should_stop_with_a_clear_incident_when_a_setting_cannot_be_read(string input, string value, string expected)
    {
        var world = World.WithActivity(Supervision, new Dictionary<string, string> { [input] = value });
        Assert.Contains(expected, Assert.Single(world.Host.Instances[0].State.Incidents).Message);
        Assert.Empty(world.Tasks);
    }
}
