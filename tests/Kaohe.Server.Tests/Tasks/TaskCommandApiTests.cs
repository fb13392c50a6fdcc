using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>Commands over HTTP: role by role, the same one twice, too late, with signers added and taken away, with people mentioned, with files.</summary>
[Collection(TaskCity.Name)]
public sealed class TaskCommandApiTests(DemoHost host)
{
    private readonly TaskWork _work = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // 404: the person may not know of it. 409: somebody else has it, which is said with the name. 403: seen, but not theirs to do.
    [Theory]
    [InlineData(TaskFlows.Office, "claim 409, release 409, draft 409, complete 409, return 409, hand-over 409, delegate 409, give-back 403, withdraw 403, copy 403, add-signers 422, urge 200, comment 200, change-deadline 422, remove-signer 422")]
    [InlineData(TaskFlows.Mayor, "claim 409, release 409, draft 409, complete 409, return 409, hand-over 409, delegate 409, give-back 403, withdraw 403, copy 403, add-signers 409, urge 200, comment 200, change-deadline 403, remove-signer 422, substitute 403, close 403")]
    [InlineData("第一考核组联络员", "claim 404, complete 404, return 404, hand-over 404, delegate 404, give-back 404, withdraw 404, copy 404, add-signers 404, urge 404, comment 404, change-deadline 404, remove-signer 404, substitute 404, close 404")]
    [InlineData("原平市联络员", "claim 404, complete 404, return 404, hand-over 404, delegate 404, give-back 404, withdraw 404, copy 404, add-signers 404, urge 404, comment 404, change-deadline 404, remove-signer 404, substitute 404, close 404")]
    [InlineData(TaskFlows.Liaison, "claim 403, return 422, hand-over 422, delegate 422, give-back 403, withdraw 403, urge 403, change-deadline 403, remove-signer 422, substitute 403, close 403, draft 200, copy 422, comment 200, complete 422, release 200")]
    public async Task Should_let_each_role_do_what_it_may_and_nothing_more(string person, string expected)
    {
        var id = await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu");
        var liaison = await host.AsAsync(TaskFlows.Liaison);
        await TaskFlows.DoAsync(liaison, id, "claim");
        var client = await host.AsAsync(person);
        List<string> answers = [];
        foreach (var command in expected.Split(", ").Select(one => one.Split(' ')[0]))
        {
            // Every field is there and wrong in what it names, so that nothing is changed by what is refused.
            using var answer = await TaskFlows.SendAsync(client, id, command, new
            {
                to = command == "copy" ? Array.Empty<string>() : (object)"nobody", people = new[] { "nobody" }, reason = "试", target = "nowhere", outcome = "done", data = new { report = "" }, text = "请注意", seat = "9", date = "2020-01-01",
                placement = "Before",
            });
            answers.Add($"{command} {(int)answer.StatusCode}");
        }

        Assert.Equal(expected, string.Join(", ", answers));
    }

    [Fact]
    public async Task Should_do_a_command_once_although_it_is_sent_again_and_tell_the_late_one_who_was_faster()
    {
        var id = await _work.OpenAsync(TaskKinds.General, Role.Office.Code);
        var (one, two) = (await host.AsAsync(TaskFlows.Office), await host.AsAsync("考核办经办人"));
        var revision = (await TaskFlows.ReadAsync(one, id))["task"]!["revision"]!.GetValue<long>();
        var claim = new { operationId = Guid.NewGuid().ToString("N"), expectedRevision = revision };
        await TaskFlows.DoAsync(one, id, "claim", claim);
        using (var again = await one.PostAsJsonAsync($"/api/tasks/{id}/claim", claim, Cancel))
        {
            Assert.True((await again.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["isRepeat"]!.GetValue<bool>());
        }

        var late = await TaskFlows.RefusedAsync(two, id, "claim", HttpStatusCode.Conflict, new { expectedRevision = revision });
        Assert.Matches("^已由他人处理：安喆于.+签收。$", late);
        var complete = new { operationId = Guid.NewGuid().ToString("N"), expectedRevision = revision + 1, outcome = "done", data = new { report = "办好了" } };
        await TaskFlows.DoAsync(one, id, "complete", complete);
        using (var again = await one.PostAsJsonAsync($"/api/tasks/{id}/complete", complete, Cancel))
        {
            Assert.True(again.IsSuccessStatusCode, await again.Content.ReadAsStringAsync(Cancel));
            Assert.True((await again.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["isRepeat"]!.GetValue<bool>());
        }

        Assert.Matches("^已由他人处理：安喆于.+办理（完成）。$", await TaskFlows.RefusedAsync(two, id, "complete", HttpStatusCode.Conflict, new { expectedRevision = revision, outcome = "done" }));
        Assert.Single((await TaskFlows.ReadAsync(one, id))["history"]!.AsArray(), line => line!.ToString().Contains("完成", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_add_and_take_away_signers()
    {
        var (round, tasks) = await RoundAsync(SigningMode.All, "shizhang", "fuzuzhang-zuzhi");
        var (mayor, organiser, deputy) = (await host.AsAsync(TaskFlows.Mayor), await host.AsAsync(TaskFlows.Organiser), await host.AsAsync(TaskFlows.Deputy));
        await TaskFlows.DoAsync(mayor, tasks["shizhang"], "add-signers", new { people = new[] { "fuzuzhang-zhengfu" }, placement = "Before", reason = "请先把关" });
        var added = (await SeatTasksAsync(round))["fuzuzhang-zhengfu"];
        Assert.Equal("waiting", (await TaskFlows.ReadAsync(mayor, tasks["shizhang"]))["task"]!["state"]!.ToString());
        Assert.Equal(["前加签"], (await TaskFlows.ReadAsync(mayor, tasks["shizhang"]))["signers"]!.AsArray().Where(one => one!["placement"] is not null).Select(one => one!["placement"]!.ToString()[^3..]));

        // Only who added, or the office, takes away; then it is the mayor's turn again.
        var seat = (await TaskFlows.ReadAsync(mayor, tasks["shizhang"]))["signers"]!.AsArray().Single(one => one!["placement"] is not null)!["seatId"]!.ToString();
        Assert.Contains("只有加签人", await TaskFlows.RefusedAsync(organiser, tasks["fuzuzhang-zuzhi"], "remove-signer", HttpStatusCode.UnprocessableEntity, new { seat, reason = "不需要" }), StringComparison.Ordinal);
        await TaskFlows.DoAsync(mayor, tasks["shizhang"], "remove-signer", new { seat, reason = "不需要" });
        Assert.Equal("notNeeded", (await TaskFlows.ReadAsync(deputy, added))["task"]!["state"]!.ToString());
        await TaskFlows.DoAsync(mayor, tasks["shizhang"], "complete", new { outcome = "agree" });
        await TaskFlows.DoAsync(organiser, tasks["fuzuzhang-zuzhi"], "complete", new { outcome = "agree" });
        await using var db = host.Read();
        Assert.Equal(RoundState.Passed, (await db.SigningRounds.AsNoTracking().SingleAsync(row => row.Id == round, Cancel)).State);
    }

    [Fact]
    public async Task Should_open_the_next_signers_task_when_the_turn_comes()
    {
        var (round, tasks) = await RoundAsync(SigningMode.InTurn, "fuzuzhang-zuzhi", "shizhang");
        Assert.Equal(["fuzuzhang-zuzhi"], tasks.Keys);
        await TaskFlows.DoAsync(await host.AsAsync(TaskFlows.Organiser), tasks["fuzuzhang-zuzhi"], "complete", new { outcome = "agree" });
        var next = (await SeatTasksAsync(round))["shizhang"];
        await TaskFlows.DoAsync(await host.AsAsync(TaskFlows.Mayor), next, "complete", new { outcome = "agree" });
    }

    [Fact]
    public async Task Should_tell_whom_a_comment_mentions_by_mail_and_let_them_read_it()
    {
        var id = await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu");
        var (liaison, other) = (await host.AsAsync(TaskFlows.Liaison), await host.AsAsync("第一考核组联络员"));
        await TaskFlows.DoAsync(liaison, id, "claim");
        using (var before = await other.GetAsync(new Uri($"/api/tasks/{id}", UriKind.Relative), Cancel))
        {
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        }

        await TaskFlows.DoAsync(liaison, id, "comment", new { text = "@曲文静 请看数据口径", mentions = new[] { "zu1-lianluo" } });
        Assert.Contains((await TaskFlows.ReadAsync(other, id))["history"]!.AsArray(), line => line!.ToString().EndsWith("留言：@曲文静 请看数据口径", StringComparison.Ordinal));
        await using var db = host.Read();
        var mail = Assert.Single(await db.Mails.AsNoTracking().Where(row => row.TaskId == id && row.PersonId == "zu1-lianluo").ToListAsync(Cancel));
        Assert.Contains("提到您", mail.Subject + mail.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_a_mention_in_the_portal_until_the_task_is_opened_and_nothing_of_a_confidential_one()
    {
        var (open, secret) = (await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu"), await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu", isConfidential: true));
        var (liaison, other, stranger) = (await host.AsAsync(TaskFlows.Liaison), await host.AsAsync("考核办经办人"), await host.AsAsync("原平市联络员"));
        foreach (var id in (string[])[open, secret])
        {
            await TaskFlows.DoAsync(liaison, id, "claim");
            await TaskFlows.DoAsync(liaison, id, "comment", new { text = "@郜晨 请看口径", mentions = new[] { "kaoheban-jingban" } });
        }

        var mentions = (await MentionsAsync(other)).Where(one => one.TaskId == open || one.TaskId == secret).ToList();
        Assert.Equal([secret, open], mentions.Select(one => one.TaskId)); // the newest first
        Assert.Contains("赵俊杰在“", mentions[1].Text, StringComparison.Ordinal);
        Assert.EndsWith("中提到您：@郜晨 请看口径", mentions[1].Text, StringComparison.Ordinal);
        Assert.Equal("在一项须保密的任务中提到您，请打开查看。", mentions[0].Text);
        Assert.DoesNotContain(await MentionsAsync(stranger), one => one.TaskId == open);

        // Who reads a task over the API, a mail scanner for example, has not looked at it; nor is it another's to mark.
        await TaskFlows.ReadAsync(other, open);
        using (var foreign = await stranger.PostAsync(new Uri($"/api/tasks/{open}/mentions/read", UriKind.Relative), null, Cancel))
        {
            Assert.Contains(await MentionsAsync(other), one => one.TaskId == open);
        }

        using var read = await other.PostAsync(new Uri($"/api/tasks/{open}/mentions/read", UriKind.Relative), null, Cancel);
        Assert.Equal(HttpStatusCode.NoContent, read.StatusCode);
        Assert.DoesNotContain(await MentionsAsync(other), one => one.TaskId == open);
    }

    [Fact]
    public async Task Should_show_a_picture_in_the_page_and_refuse_a_PDF_that_is_marked_secret()
    {
        var id = await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu");
        var (liaison, other) = (await host.AsAsync(TaskFlows.Liaison), await host.AsAsync("原平市联络员"));
        await TaskFlows.DoAsync(liaison, id, "claim");
        using var taken = await UploadAsync(liaison, id, "现场.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        var address = taken.Headers.Location!.ToString();
        using var shown = await liaison.GetAsync(new Uri($"{address}?inline=true", UriKind.Relative), Cancel);
        using var saved = await liaison.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        using var hidden = await other.GetAsync(new Uri($"{address}?inline=true", UriKind.Relative), Cancel);
        Assert.Equal(("image/png", null, "nosniff"), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition, shown.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(("attachment", HttpStatusCode.NotFound), (saved.Content.Headers.ContentDisposition!.DispositionType, hidden.StatusCode));

        using var secret = await UploadAsync(liaison, id, "报告.pdf", SecretPdf.Make("机密★5年"));
        using var plain = await UploadAsync(liaison, id, "报告.pdf", SecretPdf.Make("保守国家机密人人有责"));
        using var broken = await UploadAsync(liaison, id, "坏.pdf", "%PDF-1.7 nothing"u8.ToArray());
        Assert.Contains("涉密文件不得进入本系统", await secret.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, plain.StatusCode);
        Assert.Contains("PDF已损坏", await broken.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await using var db = host.Read();
        var hash = await db.TaskAttachments.AsNoTracking().Where(file => file.TaskId == id && file.Name == "现场.png").Select(file => file.Hash).SingleAsync(Cancel);
        Assert.True(File.Exists(Path.Combine(host.Folder, "files", hash[..2], hash)));
    }

    private static async Task<IReadOnlyList<(string TaskId, string Text)>> MentionsAsync(HttpClient person) =>
        [.. (await person.GetFromJsonAsync<JsonArray>("/api/tasks/mentions", Cancel))!.Select(one => (one!["taskId"]!.ToString(), one["text"]!.ToString()))];

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string id, string name, byte[] content)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await client.PostAsync(new Uri($"/api/tasks/{id}/attachments", UriKind.Relative), body, Cancel);
    }

    private async Task<(string Round, Dictionary<string, string> Tasks)> RoundAsync(SigningMode mode, params string[] people)
    {
        var title = Guid.NewGuid().ToString("N");
        await host.DeliverAsync(KaoheEffects.OpenTasks, new OpenTasks
        {
            BookmarkId = "b", Item = "item", CycleYear = DemoHost.Year, Audience = AudienceSpec.Once, TaskKind = TaskKinds.Approval, Title = title, Role = Role.Leader.Code, IsApproval = true,
            Outcomes = [Kaohe.Office.Tasks.TaskOutcome.Agree, Kaohe.Activities.Plans.PlanOutcomes.Return], Handling = new TaskHandling { Candidates = people, Signing = new SigningSpec(mode) },
        });
        await using var db = host.Read();
        var round = (await db.SigningRounds.AsNoTracking().ToListAsync(Cancel)).Single(row => row.Json.Contains(title, StringComparison.Ordinal)).Id;
        return (round, await SeatTasksAsync(round));
    }

    private async Task<Dictionary<string, string>> SeatTasksAsync(string round)
    {
        await using var db = host.Read();
        var stored = (await TaskStore.FindRoundAsync(db, round, Cancel))!;
        return stored.Seats.Where(seat => seat.TaskId is not null).ToDictionary(seat => seat.Person.Id, seat => seat.TaskId!);
    }
}
