using System.Net;
using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Shell.Work;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Inbox;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>Many tasks at once, each answered by itself; the same lists as a file and as a calendar.</summary>
public sealed class BatchTests(DemoHost host) : IClassFixture<DemoHost>
{
    private readonly TaskWork _work = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TaskBatches Batches => host.Services.GetRequiredService<TaskBatches>();

    private TaskInbox Inbox => host.Services.GetRequiredService<TaskInbox>();

    [Fact]
    public async Task Should_approve_what_asks_for_nothing_else_and_say_of_the_rest_why_not()
    {
        var office = await PersonAsync(Candidate.OfRole(Role.Office.Code));
        string[] ids =
        [
            await _work.OpenAsync(TaskKinds.RectificationReview, Role.Office.Code, isApproval: true),
            await _work.OpenAsync(TaskKinds.General, Role.Office.Code),
            await _work.OpenAsync(TaskKinds.SignOff, Role.Office.Code, isApproval: true),
            await _work.OpenAsync(TaskKinds.Approval, Role.Leader.Code, isApproval: true),
            await _work.OpenAsync(TaskKinds.Approval, Role.Office.Code, isApproval: true),
        ];

        var batch = await RunAsync(office, BatchAct.Approve, [.. await LinesAsync(ids)], "同意");

        Assert.Equal([true, false, false, false, true], batch.Answers.Select(answer => answer.IsDone));
        Assert.Equal("不是审批任务，请打开办理。", batch.Answers[1].Message);
        Assert.Contains("请逐件签发", batch.Answers[2].Message, StringComparison.Ordinal);
        Assert.NotEqual("已通过", batch.Answers[3].Message);
        await using var db = host.Read();
        var states = await db.Tasks.Where(task => ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, task => task.State, Cancel);
        Assert.Equal([TaskState.Completed, TaskState.Open, TaskState.Open, TaskState.Open, TaskState.Completed], ids.Select(id => states[id]), (one, other) => one == other || (one == TaskState.Open && other == TaskState.Assigned));
        Assert.Equal(LongWorkState.Done, batch.Work.State);
        Assert.Equal("2 项办妥，3 项没有办，原因见下。", batch.Work.Message);
        Assert.Null(Batches.Find("somebody else", batch.Id));
    }

    [Fact]
    public async Task Should_not_approve_in_a_batch_what_the_person_submitted()
    {
        var office = await PersonAsync(Candidate.OfRole(Role.Office.Code));
        var own = await _work.OpenAsync(TaskKinds.Approval, Role.Office.Code, isApproval: true, data: new() { ["submittedBy"] = office.Id });

        var batch = await RunAsync(office, BatchAct.Approve, await LinesAsync([own]), "同意");

        Assert.False(Assert.Single(batch.Answers).IsDone);
        await using var db = host.Read();
        Assert.True(await db.Tasks.AnyAsync(task => task.Id == own && task.IsLive && task.OutcomeLabel == null, Cancel));
    }

    [Fact]
    public async Task Should_urge_each_task_as_often_as_a_day_allows_and_do_nothing_for_who_may_not()
    {
        var office = await PersonAsync(Candidate.OfRole(Role.Office.Code));
        var lines = await LinesAsync([await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu"), await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "daixian")]);
        for (var time = 0; time < TaskPolicy.Default.UrgesPerDay; time++)
        {
            Assert.All((await RunAsync(office, BatchAct.Urge, lines, null)).Answers, answer => Assert.True(answer.IsDone, answer.Message));
        }

        Assert.All((await RunAsync(office, BatchAct.Urge, lines, null)).Answers, answer => Assert.False(answer.IsDone));
        var stranger = await PersonAsync(Candidate.OfPost("dingxiang", PostCodes.Handler));
        Assert.All((await RunAsync(stranger, BatchAct.Urge, lines, null)).Answers, answer => Assert.Equal("没有这个任务，或者您无权查看。", answer.Message));
    }

    [Fact]
    public async Task Should_stop_between_two_tasks_and_keep_what_is_done()
    {
        var office = await PersonAsync(Candidate.OfRole(Role.Office.Code));
        var line = (await LinesAsync([await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu")]))[0];

        var batch = Batches.Start("me", office, BatchAct.Urge, [.. Enumerable.Repeat(line, 5000)], null);
        await Wait.UntilAsync(() => Task.FromResult(batch.Answers.Count > 0));
        batch.Work.Cancel();
        await Wait.UntilAsync(() => Task.FromResult(batch.Work.State != LongWorkState.Running));

        Assert.Equal(LongWorkState.Cancelled, batch.Work.State);
        Assert.InRange(batch.Answers.Count, 1, 4999);
        Assert.True(batch.Answers[0].IsDone);
    }

    [Fact]
    public async Task Should_export_what_the_list_shows_and_to_nobody_more_than_that()
    {
        await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu");
        await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "daixian");
        var office = await PersonAsync(Candidate.OfRole(Role.Office.Code));
        var all = await Inbox.AllAsync(office, new InboxFilter { Box = InboxBox.All, UnitId = "xinfu" }, cancellationToken: Cancel);

        Assert.Equal(all.Select(line => line.Title), await ExportedAsync("考核办主任", "box=all&unit=xinfu"));
        Assert.Empty(await ExportedAsync("忻府区联络员", "box=all"));
        Assert.All(await ExportedAsync("忻府区联络员", ""), title => Assert.StartsWith("忻府区", title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_export_the_figures_of_the_list_as_dates_and_numbers()
    {
        string[] ids = [await _work.OpenAsync(TaskKinds.General, Role.Office.Code), await _work.OpenAsync(TaskKinds.RectificationReview, Role.Office.Code, "xinfu", isApproval: true)];
        var office = await host.AsAsync("考核办主任");
        var later = host.Services.GetRequiredService<Kaohe.Server.Calendar.IOfficeCalendar>().Current.AddWorkingDays(Kaohe.Office.OfficeTime.DateOf(TimeProvider.System.GetUtcNow()), 30).Date;
        await TaskFlows.DoAsync(office, ids[0], "change-deadline", new { date = later.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), reason = "延期" });
        using var done = await TaskWork.CompleteAsync(office, ids[0], await TaskWork.FormAsync(office, ids[0]) is { } form ? Filled(form) : null);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));
        var lines = await LinesAsync(ids);

        var rows = await RowsAsync("考核办主任", "box=all");

        var (first, second) = (rows.Single(row => Equals(row["任务"], lines[0].Title)), rows.Single(row => Equals(row["任务"], lines[1].Title)));
        Assert.Equal(("一般任务", "已办结", "安喆", null), (first["类型"], first["状态"], first["办结人"], first["剩余"]));
        Assert.Equal(Kaohe.Office.OfficeTime.Local(lines[0].DueAt!.Value).DateTime, (DateTime)first["期限"], TimeSpan.FromSeconds(1));
        Assert.Equal(Kaohe.Office.OfficeTime.Local(lines[0].EndedAt!.Value).DateTime, (DateTime)first["办结"], TimeSpan.FromSeconds(1));
        Assert.Equal(("忻府区", (double)DemoHost.Year, null, "不限时"), (second["单位"], second["年度"], second["办结"], second["剩余"]));
        Assert.Equal(Kaohe.Office.OfficeTime.Local(lines[1].CreatedAt).DateTime, (DateTime)second["开出"], TimeSpan.FromSeconds(1));

        static System.Text.Json.Nodes.JsonObject Filled(System.Text.Json.Nodes.JsonObject form)
        {
            form["report"] = "办好了";
            return form;
        }
    }

    private async Task<IReadOnlyList<string>> ExportedAsync(string account, string query) =>
        [.. (await RowsAsync(account, query)).Select(row => row["任务"]).OfType<string>()];

    private async Task<IReadOnlyList<IDictionary<string, object>>> RowsAsync(string account, string query)
    {
        var client = await host.AsAsync(account);
        using var answer = await client.GetAsync($"/api/tasks/export?{query}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var content = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel));
        return [.. MiniExcelLibs.MiniExcel.Query(content, useHeaderRow: true).Cast<IDictionary<string, object>>()];
    }

    private async Task<TaskBatch> RunAsync(Actor actor, BatchAct act, IReadOnlyList<TaskLine> lines, string? words)
    {
        var batch = Batches.Start("me", actor, act, lines, words);
        await Wait.UntilAsync(() => Task.FromResult(batch.Work.State != LongWorkState.Running));
        return batch;
    }

    private async Task<Actor> PersonAsync(Candidate candidate)
    {
        var desk = await host.Services.GetRequiredService<TaskDesks>().OpenAsync(Cancel);
        return Actor.Of(desk.Directory.Expand([candidate])[0]);
    }

    private async Task<IReadOnlyList<TaskLine>> LinesAsync(string[] ids)
    {
        await using var db = host.Read();
        var lines = await db.Tasks.Where(task => ids.Contains(task.Id)).Select(TaskLine.FromRow).ToListAsync(Cancel);
        return [.. ids.Select(id => lines.Single(line => line.Id == id))];
    }
}
