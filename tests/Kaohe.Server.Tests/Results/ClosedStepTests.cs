using System.Net;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tests.Board;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Results;

/// <summary>What scores rest on changes while 考核汇总 is at work, and the scores say so; while results are being determined it changes no more.</summary>
public sealed class ClosedStepTests(RunningYear host) : IClassFixture<RunningYear>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_mark_scores_as_outdated_and_close_the_records_when_results_are_determined()
    {
        var office = await host.AsAsync("考核办主任");
        await ComputeAsync();
        Assert.Empty(await OutdatedAsync());

        using var corrected = await CorrectAsync(office, 1m);
        Assert.Equal(HttpStatusCode.NoContent, corrected.StatusCode);
        Assert.Equal(["xinfu"], await OutdatedAsync());
        await NotConfirmedAsync(office, TaskKinds.ScoreCheck, form => (form["checked"], form["note"]) = (true, "已逐项核对。"));
        await NotConfirmedAsync(office, TaskKinds.JointMeeting, form =>
            (form["heldOn"], form["place"], form["attendees"], form["minutes"]) = ("2026-01-05", "市委会议室", "成员单位", "同意。"));
        using var beside = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/scores/compute", new { });
        Assert.Contains("得分汇总表已提交联席会议", Assert.Single(await DemoHost.ProblemsAsync(beside)).Message, StringComparison.Ordinal);
        Assert.Equal(["xinfu"], await OutdatedAsync());
        await ComputeAsync();
        Assert.Empty(await OutdatedAsync());

        await DetermineAsync();
        using var late = await CorrectAsync(office, 2m);
        using var tally = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/tallies", new BallotTally { UnitId = "xinfu", Component = CompositeComponent.Survey, Kinds = [] });
        using var points = await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/adjustments", new { unitId = "xinfu", points = 1, reason = "某事", basis = "某文" });
        foreach (var answer in new[] { late, tally, points })
        {
            var problem = Assert.Single(await DemoHost.ProblemsAsync(answer));
            Assert.Equal("year", problem.Path);
            Assert.Contains("请领导组审定等次时退回“考核汇总”", problem.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await OutdatedAsync());
    }

    private async Task NotConfirmedAsync(HttpClient office, string kind, Action<System.Text.Json.Nodes.JsonObject> fill)
    {
        var id = await new TaskWork(host).OpenAsync(kind, Role.Office.Code, isApproval: true);
        var form = await TaskWork.FormAsync(office, id);
        fill(form);
        using var answer = await TaskWork.CompleteAsync(office, id, form, "agree");
        Assert.Contains("忻府区的完成值、计票或加减分在计算得分以后改过", Assert.Single(await DemoHost.ProblemsAsync(answer)).Message, StringComparison.Ordinal);
    }

    private Task ComputeAsync() => host.DeliverAsync(KaoheEffects.ComputeScores, new ComputeScores("b", "scores", DemoHost.Year));

    private async Task<HttpResponseMessage> CorrectAsync(HttpClient office, decimal more)
    {
        await using var db = host.Read();
        var reading = (await db.Readings.AsNoTracking().SingleAsync(row => row.UnitId == "xinfu" && row.IndicatorCode == "C111" && row.Period == "2026", Cancel)).Value;
        return await DemoHost.SendAsync(office, HttpMethod.Post, "/api/cycles/2026/readings", new[]
        {
            new ReportedFigure { UnitId = "xinfu", IndicatorCode = "C111", Value = reading.Value + more, Reason = "统计公报修订" },
        });
    }

    private async Task<IReadOnlyList<string>> OutdatedAsync()
    {
        await using var db = host.Read();
        return [.. (await db.ScoresAsync(DemoHost.Year, Cancel)).Where(score => score.IsOutdated).Select(score => score.UnitId)];
    }

    // The flow as it stands in step 11.
    private async Task DetermineAsync() => await host.Services.GetRequiredService<IWriteLane>().RunAsync(
        async (db, cancel) =>
        {
            var cycle = (await db.CycleAsync(DemoHost.Year, cancel))!;
            db.Add(new ActivityExecutionRow
            {
                Id = "determination", WorkflowInstanceId = cycle.WorkflowInstanceId!, ActivityId = "d", ActivityNodeId = "d",
                ActivityType = "Kaohe.ResultDetermination", Status = ActivityStatus.Running, StartedAt = DateTimeOffset.UnixEpoch,
            });
            return true;
        },
        Cancel);
}
