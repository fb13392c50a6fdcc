using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kaohe.Activities;
using Kaohe.Assessment.Indicators;
using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Cycles;

/// <summary>The demo city with the product's own flows; nothing is started.</summary>
public sealed class FlowCity : DemoHost
{
    protected override IEnumerable<string> Settings => [.. base.Settings, $"--Workflows:Folder={ProductFolders.Product("workflows")}"];
}

/// <summary>指标下达 from the proposal of the units to the signed 责任书, on the flow that the server ships.</summary>
public sealed class IndicatorSettingTests(FlowCity host) : IClassFixture<FlowCity>
{
    private const string Instance = "indicators-2026-1";
    private const string Start = "/api/cycles/2026/indicator-setting";
    private const string Unit = "xinfu";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_put_what_the_unit_proposed_and_the_leading_group_approved_into_targets_and_statement()
    {
        var (office, mayor, liaison) = (await host.AsAsync("考核办主任"), await host.AsAsync("市长"), await host.AsAsync("忻府区联络员"));
        var before = await TargetsAsync();
        await StartAsync(office, liaison);
        var code = await ProposeAsync(liaison, before);
        using (var early = await office.PostAsync("/api/cycles/2026/start", content: null, Cancel))
        {
            Assert.Contains(await DemoHost.ProblemsAsync(early), problem => problem.Message.Contains("正在提出和审定", StringComparison.Ordinal));
        }

        // 考核办 sends one proposal back, gets it again, and departs from another one with a reason.
        var collation = await TaskAsync(TaskKinds.IndicatorCollation);
        await TaskWork.FormAsync(office, collation);
        await SendBackAsync(office, liaison, collation, code, 130m);
        var other = before.Keys.First(key => key.UnitId != Unit);
        var form = await TaskWork.FormAsync(office, collation);
        form["items"] = new JsonArray(Row(other, 7m, 8m, ""), Row((other.UnitId, "没有"), 1m, null, "多余"));
        using (var wrong = await TaskWork.CompleteAsync(office, collation, form.DeepClone().AsObject()))
        {
            Assert.Equal(
                [$"data.items[{other.UnitId}.没有]", $"data.items[{other.UnitId}.{other.IndicatorCode}].reason"], (await DemoHost.ProblemsAsync(wrong)).Select(problem => problem.Path));
        }

        form["items"] = new JsonArray(Row(other, 7m, 8m, "与五年目标衔接"));
        await DoneAsync(TaskWork.CompleteAsync(office, collation, form));

        // Sent back by the 领导组, the office begins with what it had submitted; nothing is set yet.
        var approval = await TaskAsync(TaskKinds.IndicatorApproval);
        await Tasks.TaskFlows.DoAsync(mayor, approval, "claim");
        await DoneAsync(TaskWork.CompleteAsync(mayor, approval, data: null, "return", "再核一次"));
        collation = await TaskAsync(TaskKinds.IndicatorCollation);
        form = await TaskWork.FormAsync(office, collation);
        Assert.Equal("与五年目标衔接", form["items"]![0]!["reason"]!.ToString());
        Assert.Equal(before, await TargetsAsync());
        await DoneAsync(TaskWork.CompleteAsync(office, collation, form));

        approval = await TaskAsync(TaskKinds.IndicatorApproval);
        await Tasks.TaskFlows.DoAsync(mayor, approval, "claim");
        await DoneAsync(TaskWork.CompleteAsync(mayor, approval, data: null, "agree"));
        var after = await TargetsAsync();
        Assert.Equal((130m, 140m), (after[(Unit, code)].Sure, after[(Unit, code)].Stretch));
        Assert.Equal((7m, 8m), (after[other].Sure, after[other].Stretch));
        Assert.Equal(new TargetApproval(Instance, "shizhang", after[other].Approval!.At, "与五年目标衔接", before[other].Sure, before[other].Stretch), after[other].Approval);
        Assert.Equal(before.Count - 2, before.Count(target => after[target.Key] == target.Value));

        // A late rejection changes nothing, and the paper says what was approved.
        using (var late = await TaskWork.CompleteAsync(mayor, approval, data: null, "return", "反悔"))
        {
            Assert.False(late.IsSuccessStatusCode);
        }

        Assert.Equal(after, await TargetsAsync());
        var text = await StatementAsync();
        Assert.Contains("130", text, StringComparison.Ordinal);
        Assert.Contains("140", text, StringComparison.Ordinal);
        await SignAsync();
    }

    private async Task StartAsync(HttpClient office, HttpClient liaison)
    {
        using (var refused = await liaison.PostAsync(Start, content: null, Cancel))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        await DoneAsync(office.PostAsync(Start, content: null, Cancel));
        using var again = await office.PostAsync(Start, content: null, Cancel);
        Assert.Contains("已经在办", Assert.Single(await DemoHost.ProblemsAsync(again)).Message);
    }

    // One unit changes one target; all others propose what is in force.
    private async Task<string> ProposeAsync(HttpClient liaison, Dictionary<(string UnitId, string IndicatorCode), Target> before)
    {
        var mine = await TaskAsync(TaskKinds.IndicatorProposal, Unit);
        var form = await TaskWork.FormAsync(liaison, mine);
        var rows = form["items"]!.AsArray();
        var code = rows[0]!["indicatorCode"]!.ToString();
        Assert.Equal(before[(Unit, code)].Sure, rows[0]!["sure"]!.GetValue<decimal>());
        rows[0]!["sure"] = null;
        using (var wrong = await TaskWork.CompleteAsync(liaison, mine, form.DeepClone().AsObject()))
        {
            var paths = (await DemoHost.ProblemsAsync(wrong)).Select(problem => problem.Path).ToList();
            Assert.Equal(rows.Count + 1, paths.Count);
            Assert.Contains($"data.items[{code}].sure", paths);
            Assert.All(rows, row => Assert.Contains($"data.items[{row!["indicatorCode"]}].grounds", paths));
        }

        var stranger = await host.AsAsync("原平市联络员");
        Fill(rows, 100m, 110m);
        using (var foreign = await stranger.PostAsync($"/api/tasks/{mine}/complete", new StringContent(new JsonObject { ["expectedRevision"] = 2, ["outcome"] = "done", ["data"] = form.DeepClone() }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"), Cancel))
        {
            Assert.Contains(foreign.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        }

        await DoneAsync(TaskWork.CompleteAsync(liaison, mine, form));
        await using var db = host.Read();
        foreach (var unit in (await db.UnitsAsync(Cancel)).Where(unit => unit.Id != Unit))
        {
            var id = await TaskAsync(TaskKinds.IndicatorProposal, unit.Id);
            using var person = await host.AsAsync($"{unit.ShortName}联络员");
            var own = await TaskWork.FormAsync(person, id);
            Fill(own["items"]!.AsArray(), null, null);
            await DoneAsync(TaskWork.CompleteAsync(person, id, own));
        }

        Assert.Equal(before, await TargetsAsync());
        return code;
    }

    private async Task SendBackAsync(HttpClient office, HttpClient liaison, string collation, string code, decimal sure)
    {
        var mine = await TaskAsync(TaskKinds.IndicatorProposal, Unit, isLive: false);
        await Tasks.TaskFlows.DoAsync(office, collation, "return", new { target = mine, reason = "偏低，请重新测算" });
        var form = await TaskWork.FormAsync(liaison, mine);
        var row = form["items"]!.AsArray().Single(row => row!["indicatorCode"]!.ToString() == code)!;
        (row["sure"], row["stretch"]) = (sure, sure + 10m);
        await DoneAsync(TaskWork.CompleteAsync(liaison, mine, form));
    }

    private async Task SignAsync()
    {
        await using var db = host.Read();
        var people = (await db.OfficialsAsync(Cancel)).Where(one => one.UnitId == Unit).ToList();
        var unit = (await db.UnitsAsync(Cancel)).Single(one => one.Id == Unit);
        var head = await host.AsAsync(people.Single(one => one.Id == unit.LeaderOfficialId).Account);
        var id = await TaskAsync(TaskKinds.ResponsibilitySigning, Unit);
        var form = await TaskWork.FormAsync(head, id);
        var shown = Assert.Single((await head.GetFromJsonAsync<JsonObject>($"/api/tasks/{id}", Cancel))!["documentIds"]!.AsArray())!.ToString();
        Assert.Equal("责任书", (await head.GetFromJsonAsync<JsonObject>($"/api/documents/{shown}", Cancel))!["kind"]!.ToString());
        form["confirmed"] = true;
        var rows = form["assignments"]!.AsArray();
        using (var wrong = await TaskWork.CompleteAsync(head, id, form.DeepClone().AsObject()))
        {
            Assert.True((await DemoHost.ProblemsAsync(wrong)).Count > rows.Count);
        }

        foreach (var (row, index) in rows.Select((row, index) => (row!, index)))
        {
            (row["officialId"], row["duty"]) = (people[index % people.Count].Id, $"第{index + 1}岗");
        }

        await DoneAsync(TaskWork.CompleteAsync(head, id, form));
        var signedAt = (await db.Tasks.AsNoTracking().SingleAsync(row => row.Id == id, Cancel)).EndedAt!.Value;
        await CopyAsync(head, shown, [.. people.Select(one => one.Name), "责任分解", "第1岗", $"签订日期{OfficeTime.DateOf(signedAt):yyyy年M月d日}"]);
    }

    // The paper that went out leaves day and names open; the signed copy has them.
    private async Task CopyAsync(HttpClient head, string id, IReadOnlyList<string> added)
    {
        await using var db = host.Read();
        await Wait.UntilAsync(() => db.DocumentRenditions.AnyAsync(one => one.DocumentId == id && one.VersionNumber == DocumentRenditionRow.Countersigned, Cancel));
        var issued = await TextAsync($"/documents/{id}/word");
        var copy = await TextAsync($"/documents/{id}/word?version={DocumentRenditionRow.Countersigned}");
        Assert.DoesNotContain("责任分解", issued, StringComparison.Ordinal);
        Assert.DoesNotContain(added[^1], issued, StringComparison.Ordinal);
        Assert.All(added, text => Assert.Contains(text, copy, StringComparison.Ordinal));

        async Task<string> TextAsync(string address)
        {
            await using var zip = new ZipArchive(await head.GetStreamAsync(new Uri(address, UriKind.Relative), Cancel));
            using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
            return Regex.Replace(await reader.ReadToEndAsync(Cancel), "<[^>]+>", "");
        }
    }

    private static void Fill(JsonArray rows, decimal? sure, decimal? stretch)
    {
        foreach (var row in rows)
        {
            row!["grounds"] = "按上年完成情况测算";
        }

        if (sure is not null)
        {
            (rows[0]!["sure"], rows[0]!["stretch"]) = (sure, stretch);
        }
    }

    private static JsonObject Row((string UnitId, string Code) key, decimal? sure, decimal? stretch, string reason) =>
        new() { ["unitId"] = key.UnitId, ["indicatorCode"] = key.Code, ["sure"] = sure, ["stretch"] = stretch, ["reason"] = reason };

    private async Task<Dictionary<(string UnitId, string IndicatorCode), Target>> TargetsAsync()
    {
        await using var db = host.Read();
        return (await db.TargetsAsync(DemoHost.Year, Cancel)).ToDictionary(target => (target.UnitId, target.IndicatorCode));
    }

    private async Task<string> TaskAsync(string kind, string? unitId = null, bool isLive = true)
    {
        string? id = null;
        await Wait.UntilAsync(async () =>
        {
            await using var db = host.Read();
            id = await db.Tasks.AsNoTracking().Where(task => task.InstanceId == Instance && task.Kind == kind && task.UnitId == unitId && (!isLive || (task.IsLive && task.State != TaskState.Suspended)))
                .Select(task => task.Id).FirstOrDefaultAsync(Cancel);
            return id is not null;
        });
        return id!;
    }

    private async Task<string> StatementAsync()
    {
        string? text = null;
        await Wait.UntilAsync(async () =>
        {
            await using var db = host.Read();
            var row = await db.Documents.AsNoTracking().FirstOrDefaultAsync(one => one.InstanceId == Instance && one.Kind == "责任书" && one.UnitId == Unit, Cancel);
            text = row is null ? null : DocumentStore.Read(row).Current.Text;
            return text is not null;
        });
        return text!;
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
