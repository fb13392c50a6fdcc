using System.Net;
using System.Text.Json.Nodes;
using Kaohe.Assessment.Indicators;
using Kaohe.Office;
using Kaohe.Server.Calendar;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Board;

/// <summary>What the office does to a step and its tasks; what is wrong is said at once, in Chinese, and changes nothing.</summary>
public sealed class StepDeskTests(RunningYear host) : IClassFixture<RunningYear>
{
    private const string Step = "/api/cycles/2026/steps/Supervision";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateOnly Today => OfficeTime.DateOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Should_refuse_a_deadline_on_a_holiday_and_without_a_reason_at_once()
    {
        var office = await host.AsAsync("考核办主任");
        var before = await TaskAsync(office);
        var holiday = FreeDay();

        using var step = await DemoHost.SendAsync(office, HttpMethod.Post, $"{Step}/change-deadline", new { date = holiday, reason = "" });
        using var task = await DemoHost.SendAsync(office, HttpMethod.Post, $"/api/tasks/{host.FirstTask}/change-deadline", new { expectedRevision = Revision(before), date = holiday, reason = "" });

        var problems = await DemoHost.ProblemsAsync(step);
        Assert.Equal(["date", "reason"], problems.Select(problem => problem.Path));
        Assert.StartsWith($"{holiday:yyyy-MM-dd}不上班", problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(["date", "reason"], (await DemoHost.ProblemsAsync(task)).Select(problem => problem.Path));
        Assert.Equal(before["task"]!["dueAt"]!.ToString(), (await TaskAsync(office))["task"]!["dueAt"]!.ToString());
    }

    [Fact]
    public async Task Should_move_a_step_with_its_tasks()
    {
        var office = await host.AsAsync("考核办主任");
        var day = host.Services.GetRequiredService<IOfficeCalendar>().Current.AddWorkingDays(Today, 8).Date;

        using var moved = await DemoHost.SendAsync(office, HttpMethod.Post, $"{Step}/change-deadline", new { date = day, reason = "上级部署推迟" });

        Assert.Equal(HttpStatusCode.Accepted, moved.StatusCode);
        await Wait.UntilAsync(async () => OfficeTime.DateOf((await TaskAsync(office))["task"]!["dueAt"]!.GetValue<DateTimeOffset>()) == day);
    }

    [Fact]
    public async Task Should_not_touch_a_step_that_does_not_run()
    {
        var office = await host.AsAsync("考核办主任");
        var day = host.Services.GetRequiredService<IOfficeCalendar>().Current.AddWorkingDays(Today, 8).Date;

        using var moved = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/steps/SelfAssessment/change-deadline", new { date = day, reason = "推迟" });
        using var closed = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/steps/SelfAssessment/close", new { reason = "提前结束" });

        Assert.Equal([("step", "“自查总结”环节现在没有进行，不能调整；请刷新后再看。")], await DemoHost.ProblemsAsync(moved));
        Assert.Equal([("step", "“自查总结”环节现在没有进行，不能调整；请刷新后再看。")], await DemoHost.ProblemsAsync(closed));
    }

    [Fact]
    public async Task Should_not_end_a_step_without_a_reason()
    {
        var office = await host.AsAsync("考核办主任");

        using var closed = await DemoHost.SendAsync(office, HttpMethod.Post, $"{Step}/close", new { reason = " " });

        Assert.Equal(["reason"], (await DemoHost.ProblemsAsync(closed)).Select(problem => problem.Path));
        Assert.Null((await TaskAsync(office))["task"]!["endedAt"]);
    }

    [Fact]
    public async Task Should_leave_steps_to_the_office()
    {
        var unit = await host.AsAsync("忻府区联络员");

        using var closed = await DemoHost.SendAsync(unit, HttpMethod.Post, $"{Step}/close", new { reason = "想结束" });

        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
    }

    [Fact]
    public async Task Should_not_show_or_give_a_unit_somebody_elses_task()
    {
        var unit = await host.AsAsync("忻府区联络员");
        var revision = Revision(await TaskAsync(await host.AsAsync("考核办主任")));

        using var shown = await unit.GetAsync($"/api/tasks/{host.FirstTask}", Cancel);
        using var done = await DemoHost.SendAsync(unit, HttpMethod.Post, $"/api/tasks/{host.FirstTask}/complete", new { expectedRevision = revision, outcome = "done" });

        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.False(done.IsSuccessStatusCode);
        Assert.Matches("[\u4e00-\u9fff]", await done.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(revision, Revision(await TaskAsync(await host.AsAsync("考核办主任"))));
    }

    [Fact]
    public async Task Should_urge_and_substitute()
    {
        var office = await host.AsAsync("考核办主任");
        var other = new TaskWork(host);
        var id = await other.OpenAsync(Kaohe.Activities.TaskKinds.SelfAssessmentReport, Kaohe.Office.People.Role.Unit.Code, "yuanping");

        using var urged = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/board/urge", new { taskIds = new[] { id }, message = "请抓紧" });
        using var nobody = await DemoHost.SendAsync(office, HttpMethod.Post, $"/api/tasks/{id}/substitute", new { expectedRevision = Revision(await TaskAsync(office, id)), to = "没有此人", reason = "" });
        using var stranger = await DemoHost.SendAsync(
            office, HttpMethod.Post, $"/api/tasks/{id}/substitute", new { expectedRevision = Revision(await TaskAsync(office, id)), to = "baode-head", reason = "联络员出差" });
        using var person = await DemoHost.SendAsync(
            office, HttpMethod.Post, $"/api/tasks/{id}/substitute", new { expectedRevision = Revision(await TaskAsync(office, id)), to = "yuanping-head", reason = "联络员出差" });

        Assert.Equal(1, JsonNode.Parse(await urged.Content.ReadAsStringAsync(Cancel))!["urged"]!.GetValue<int>());
        Assert.False(nobody.IsSuccessStatusCode);
        var problem = Assert.Single(await DemoHost.ProblemsAsync(stranger));
        Assert.Equal("to", problem.Path);
        Assert.Contains("不是本任务所属单位的人员", problem.Message, StringComparison.Ordinal);
        Assert.True(person.IsSuccessStatusCode, await person.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("yuanping-head", (await TaskAsync(office, id))["task"]!["assigneeId"]!.ToString());
    }

    [Fact]
    public async Task Should_take_no_work_for_a_task_that_the_office_has_closed()
    {
        var office = await host.AsAsync("考核办主任");
        var unit = await host.AsAsync("定襄县联络员");
        var id = await new TaskWork(host).OpenAsync(Kaohe.Activities.TaskKinds.General, Kaohe.Office.People.Role.Unit.Code, "dingxiang");
        var form = await TaskWork.FormAsync(unit, id);
        form["report"] = "已经办好。";
        using var closed = await DemoHost.SendAsync(office, HttpMethod.Post, $"/api/tasks/{id}/close", new { expectedRevision = Revision(await TaskAsync(office, id)), reason = "环节已结束" });
        Assert.True(closed.IsSuccessStatusCode, await closed.Content.ReadAsStringAsync(Cancel));

        using var late = await TaskWork.CompleteAsync(unit, id, form);

        Assert.False(late.IsSuccessStatusCode);
        Assert.Contains("任务已由", System.Text.RegularExpressions.Regex.Unescape(await late.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.NotEqual("Completed", (await TaskAsync(office, id))["task"]!["state"]!.ToString());
    }

    [Fact]
    public async Task Should_keep_the_indicators_that_units_have_signed_for_once_the_year_runs()
    {
        var office = await host.AsAsync("考核办主任");
        await using var db = host.Read();
        var tree = (await db.TreesAsync(2026, Cancel))[0];
        var first = tree.Categories[0].Children[0];
        var (one, two, three) = (first.Children[0], first.Children[1], first.Children[2]);
        var draft = tree.Replace(one.Code, one with { Weight = one.Weight + three.Weight - 1m, Method = new Kaohe.Assessment.Indicators.Methods.Deduction() })
            .Remove(three.Code).Add(first.Code, two with { Code = "C118", Name = "新指标", Weight = 1m });

        using var refused = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/cycles/2026/indicators", new[] { draft });
        using var named = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/cycles/2026/indicators", new[] { tree.Replace(two.Code, two with { Definition = "口径有新的说明" }) });

        Assert.Equal(
            [
                $"2026 年度已经启动，不能删除指标“{three.Name}”；确需调整的，请对有关单位办理免考，或者在下一年度修改。",
                $"2026 年度已经启动，指标“{one.Name}”的分值、计分方法不能再改；确需调整的，请对有关单位办理免考，或者在下一年度修改。",
                "2026 年度已经启动，不能增加指标“新指标”；确需调整的，请对有关单位办理免考，或者在下一年度修改。",
            ],
            (await DemoHost.ProblemsAsync(refused)).Select(problem => problem.Message));
        Assert.Equal(HttpStatusCode.NoContent, named.StatusCode);
        Assert.Equal("口径有新的说明", (await db.TreesAsync(2026, Cancel))[0].Find(two.Code)!.Definition);
    }

    private DateOnly FreeDay()
    {
        var calendar = host.Services.GetRequiredService<IOfficeCalendar>().Current;
        return Enumerable.Range(7, 30).Select(Today.AddDays).First(day => !calendar.IsWorkingDay(day));
    }

    private static long Revision(JsonNode document) => document["task"]!["revision"]!.GetValue<long>();

    private async Task<JsonNode> TaskAsync(HttpClient office, string? id = null) => JsonNode.Parse(await office.GetStringAsync($"/api/tasks/{id ?? host.FirstTask}", Cancel))!;
}
