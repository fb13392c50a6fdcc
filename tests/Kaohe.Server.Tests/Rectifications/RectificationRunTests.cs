using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Rectifications;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Tasks;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Documents;
using Kaohe.Server.Tests.Elsa;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Rectifications;

/// <summary>The shipped flow of a 整改 on the real server, from the signed notice to the 销号单.</summary>
public sealed class RectificationRunTests(PlayedCity city) : IClassFixture<PlayedCity>
{
    private const string Unit = "pianguan";
    private string _instance = "";

    [Fact]
    public async Task Should_go_from_the_signed_notice_to_a_slip_with_the_words_of_everybody_who_acted()
    {
        var unit = await StartAsync();
        var today = OfficeTime.DateOf(DateTimeOffset.UtcNow);
        var last = ActivityCalendar.Current.OnOrAfter(today.AddDays(90)).Date;

        var report = await TaskAsync(TaskKinds.RectificationReport);
        var form = await TaskWork.FormAsync(unit, report.Id);
        form["causes"] = "任务分解不细。";
        var listed = form["measures"]!.AsArray();
        foreach (var (row, index) in listed.Select((row, index) => (row!, index)))
        {
            (row["action"], row["responsibleId"], row["completeBy"]) = ("按周调度", $"{Unit}-second", $"{(index == 0 ? last : today.AddDays(30)):yyyy-MM-dd}");
        }

        await DoAsync(unit, report, form);
        await DoAsync(city.Office, await TaskAsync(TaskKinds.RectificationReview), null, TaskOutcome.Agree.Code, "措施可行。");
        await DoAsync(city.Leader, await TaskAsync(TaskKinds.RectificationApproval), null, TaskOutcome.Agree.Code, "同意整改。");

        var completion = await TaskAsync(TaskKinds.RectificationCompletion);
        Assert.Equal(last, OfficeTime.DateOf(completion.DueAt!.Value));
        var done = await TaskWork.FormAsync(unit, completion.Id);
        Assert.Equal(listed.Count, done["measures"]!.AsArray().Count);
        Each(done, ("isDone", true), ("progress", "已逐项补齐。"));
        done["statement"] = "全部落实，申请销号。";
        await DoAsync(unit, completion, done);

        var recheck = await TaskAsync(TaskKinds.RectificationRecheck);
        var found = await TaskWork.FormAsync(city.Office, recheck.Id);
        Each(found, ("isInPlace", true), ("note", "现场查看，已落实。"));
        (found["visitedOn"], found["finding"]) = ($"{today:yyyy-MM-dd}", "逐项复查，均已到位。");
        await DoAsync(city.Office, recheck, found, TaskOutcome.Agree.Code);
        await DoAsync(city.Office, await TaskAsync(TaskKinds.RectificationClosing), null, TaskOutcome.Done.Code, "");

        var slip = await city.WaitAsync(db => db.Documents().Where(row => row.InstanceId == _instance && row.Kind == "销号单"), row => row.State == DocumentState.Issued);
        var text = DocumentStore.Read(slip).Current.Text;
        Assert.All(
            ["全部落实，申请销号。", "报告人：偏关县甲", "已完成：已逐项补齐。", "到位：现场查看，已落实。", "逐项复查，均已到位。", "同意销号。", "经办人：考核办甲", "同意整改。", "批准整改报告"],
            said => Assert.Contains(said, text, StringComparison.Ordinal));
        await using var db = city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContext();
        var record = (await db.Rectifications.AsNoTracking().SingleAsync(row => row.UnitId == Unit, DocumentCity.Cancel)).Value;
        Assert.Equal(RectificationStage.Closed, record.Stage);
        Assert.Equal(
            ["发出整改通知", "上报整改报告", "考核办审核通过", "领导批准", "报告完成情况、申请销号", "复查通过", "销号"], record.Log.Select(entry => entry.Act));
    }

    private async Task<HttpClient> StartAsync()
    {
        await city.EnsureAsync("偏关县甲", user => (user.DisplayName, user.PersonId, user.UnitId) = ("偏关县甲", "p-pianguan", Unit), RoleCodes.Unit);
        await city.Lane.RunAsync(
            (db, _) =>
            {
                db.Add(ConsequenceRow.Of(new Consequence { Kind = ConsequenceKind.Rectification, Rule = "r", UnitId = Unit, Year = DocumentCity.Year, Citation = "讲话二（三）一", Reasons = ["等次为差。"] }));
                return Task.FromResult(true);
            },
            DocumentCity.Cancel);
        await ElsaHost.SavedAsync(city.Office, await File.ReadAllTextAsync(Path.Combine(DocumentCity.Repository, "workflows", "rectification.json"), DocumentCity.Cancel));
        using var run = await ElsaHost.SendAsync(city.Office, "/workflow-definitions/rectification/execute", new JsonObject
        {
            ["versionOptions"] = "Latest", ["input"] = new JsonObject { ["cycleYear"] = DocumentCity.Year, ["unitId"] = Unit },
        });
        await ElsaHost.ReadAsync(run);
        _instance = run.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        var notice = await city.WaitAsync(db => db.Documents().Where(row => row.InstanceId == _instance), row => row.State == DocumentState.Signing);
        using var signed = await DocumentCity.PostAsync(
            city.Leader, $"/api/documents/{notice.Id}/sign", new { secret = ServerHost.Password, sha256 = DocumentStore.Read(notice).Current.File.Sha256, opinion = "同意" });
        Assert.True(signed.IsSuccessStatusCode, await signed.Content.ReadAsStringAsync(DocumentCity.Cancel));
        return await city.SignInAsync("偏关县甲", RoleCodes.Unit);
    }

    private Task<TaskRow> TaskAsync(string kind) => city.WaitAsync(db => db.Tasks.Where(task => task.InstanceId == _instance && task.Kind == kind && task.IsLive), _ => true);

    private static async Task DoAsync(HttpClient person, TaskRow task, JsonObject? form, string outcome = "done", string opinion = "")
    {
        if (form is null)
        {
            using var claimed = await person.PostAsync(new Uri($"/api/tasks/{task.Id}/claim", UriKind.Relative), null, DocumentCity.Cancel);
        }

        using var answer = await TaskWork.CompleteAsync(person, task.Id, form, outcome, opinion);
        Assert.True(answer.IsSuccessStatusCode, $"{task.Kind}: {await answer.Content.ReadAsStringAsync(DocumentCity.Cancel)}");
    }

    private static void Each(JsonObject form, params (string Name, JsonNode Value)[] values)
    {
        foreach (var row in form["measures"]!.AsArray())
        {
            foreach (var (name, value) in values)
            {
                row![name] = value.DeepClone();
            }
        }
    }
}
