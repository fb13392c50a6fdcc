using System.Collections.Concurrent;
using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Mail.Links;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kaohe.Server.Tests.Mail;

/// <summary>The page behind the link in a mail.</summary>
public sealed class LinkTests(LinkTests.LoggingHost host) : IClassFixture<LinkTests.LoggingHost>
{
    private const string Unit = "xinfu";
    private const string Liaison = "xinfu-liaison";
    private readonly TaskWork _work = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_change_nothing_when_a_mail_scanner_opens_every_link()
    {
        var id = await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit);
        var token = await TokenAsync(id, Liaison);
        var before = await StateAsync(id);
        var scanner = host.Visitor();
        foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Get, HttpMethod.Get, HttpMethod.Get, HttpMethod.Options])
        {
            using var answer = await scanner.SendAsync(new HttpRequestMessage(method, $"/m?k={token}"), Cancel);
            if (method == HttpMethod.Get)
            {
                Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
                Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
                Assert.Contains("公文已收到", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, await StateAsync(id));
        Assert.DoesNotContain(token, await host.StoredTokensAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Logged, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_sign_for_a_document_with_a_post_and_then_hold_no_more()
    {
        var id = await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit);
        var token = await TokenAsync(id, Liaison);
        var page = await LinkPage.OpenAsync(host.Visitor(), token);

        Assert.Contains("勾选", await page.PostAsync(("Input.ReceivedBy", "李四"), ("Input.Outcome", "done")), StringComparison.Ordinal);
        Assert.Contains("已办理", await page.PostAsync(("Input.Confirmed", "true"), ("Input.ReceivedBy", "李四"), ("Input.Outcome", "done")), StringComparison.Ordinal);
        Assert.Contains("已办理", await page.PostAsync(("Input.Confirmed", "true"), ("Input.ReceivedBy", "李四"), ("Input.Outcome", "done")), StringComparison.Ordinal); // a second click

        var task = await TaskAsync(id);
        Assert.Equal((TaskState.Completed, Liaison, "李四"), (task.State, task.EndedById, task.Data!.Value.GetProperty("receivedBy").GetString()));
        Assert.Equal(await MainAsync(new string('0', 32)), await MainAsync(token));
        Assert.Equal(await MainAsync("../../etc"), await MainAsync(token));
    }

    [Fact]
    public async Task Should_decide_only_with_the_persons_own_secret()
    {
        var id = await _work.OpenAsync(TaskKinds.Approval, Role.Unit.Code, Unit, isApproval: true);
        var page = await LinkPage.OpenAsync(host.Visitor(), await TokenAsync(id, Liaison));

        Assert.Contains("签名口令", await page.PostAsync(("Input.Outcome", "agree")), StringComparison.Ordinal);
        Assert.Contains("密码不对", await page.PostAsync(("Input.Outcome", "agree"), ("Input.Secret", "wrong-1")), StringComparison.Ordinal);
        Assert.True((await TaskAsync(id)).IsLive);
        Assert.Contains("已办理：同意", await page.PostAsync(("Input.Outcome", "agree"), ("Input.Opinion", "属实。"), ("Input.Secret", ServerHost.Password)), StringComparison.Ordinal);

        Assert.Equal(("agree", "属实。", Liaison), ((await TaskAsync(id)).OutcomeCode, (await TaskAsync(id)).Opinion, (await TaskAsync(id)).EndedById));
        Assert.DoesNotContain(host.Logged, line => line.Contains(ServerHost.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_confirm_the_posting_with_a_photo_after_saying_everything_that_is_missing()
    {
        var id = await _work.OpenAsync(TaskKinds.NoticePosting, Role.Unit.Code, Unit);
        var page = await LinkPage.OpenAsync(host.Visitor(), await TokenAsync(id, Liaison));

        var missing = await page.PostAsync(("Input.Outcome", "done"));
        Assert.All(new[] { "有 3 处需要更正", "请填写“张贴或公布位置”", "请选择“公布日期”", "请上传张贴照片" }, words => Assert.Contains(words, missing, StringComparison.Ordinal));
        page.Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        var day = DateOnly.FromDateTime(DateTime.Today).AddDays(-1);
        Assert.Contains("已办理", await page.PostAsync(("Input.Place", "机关大门公告栏"), ("Input.PostedOn", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Input.Outcome", "done")), StringComparison.Ordinal);

        var task = await TaskAsync(id);
        Assert.Equal((TaskState.Completed, Liaison, "机关大门公告栏"), (task.State, task.EndedById, task.Data!.Value.GetProperty("place").GetString()));
        await using var db = host.Read();
        Assert.Equal("现场.png", Assert.Single(await db.TaskAttachments.AsNoTracking().Where(file => file.TaskId == id).ToListAsync(Cancel)).Name);
    }

    [Fact]
    public async Task Should_return_with_a_reason_and_the_secret_and_never_by_the_keyboard_alone()
    {
        var id = await _work.OpenAsync(TaskKinds.Approval, Role.Unit.Code, Unit, isApproval: true);
        var page = await LinkPage.OpenAsync(host.Visitor(), await TokenAsync(id, Liaison));

        // Enter in a field presses no button; a program that sends the form so is asked to choose.
        Assert.Contains("<button type=\"submit\" disabled", page.Html, StringComparison.Ordinal);
        Assert.Contains("请点“同意”或“退回”", await page.PostAsync(("Input.Secret", ServerHost.Password)), StringComparison.Ordinal);
        var missing = await page.PostAsync(("Input.Outcome", "return"));
        Assert.All(new[] { "有 2 处需要更正", "“退回”须填写意见", "请输入本人签名口令" }, words => Assert.Contains(words, missing, StringComparison.Ordinal));
        Assert.True((await TaskAsync(id)).IsLive);

        Assert.Contains("已办理：退回", await page.PostAsync(("Input.Outcome", "return"), ("Input.Opinion", "数据未认定"), ("Input.Secret", ServerHost.Password)), StringComparison.Ordinal);
        Assert.Equal(("return", "数据未认定", Liaison), ((await TaskAsync(id)).OutcomeCode, (await TaskAsync(id)).Opinion, (await TaskAsync(id)).EndedById));
    }

    [Fact]
    public async Task Should_not_let_the_submitter_approve_through_a_link()
    {
        var id = await _work.OpenAsync(TaskKinds.Approval, Role.Unit.Code, Unit, isApproval: true, data: new() { ["submittedBy"] = Liaison });
        var token = await TokenAsync(id, Liaison);

        Assert.DoesNotContain("<form", await MainAsync(token), StringComparison.Ordinal);
        Assert.True((await TaskAsync(id)).IsLive);
    }

    [Fact]
    public async Task Should_not_name_a_confidential_task_nor_let_it_be_done()
    {
        var id = await _work.OpenAsync(TaskKinds.Approval, Role.Unit.Code, Unit, isApproval: true, isConfidential: true);
        var token = await TokenAsync(id, Liaison);
        var page = await LinkPage.OpenAsync(host.Visitor(), token);

        var main = await MainAsync(token);
        Assert.Contains("须保密", main, StringComparison.Ordinal);
        Assert.DoesNotContain((await TaskAsync(id)).Title, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", main, StringComparison.Ordinal);
        await page.PostAsync(("Input.Operation", "o1"), ("Input.Outcome", "agree"), ("Input.Secret", ServerHost.Password));
        Assert.True((await TaskAsync(id)).IsLive);
        await using var db = host.Read();
        Assert.False(await db.TaskReads.AnyAsync(read => read.TaskId == id, Cancel)); // nobody has read it
    }

    [Fact]
    public async Task Should_answer_an_unknown_an_ended_and_a_foreign_link_alike_also_when_a_form_is_sent()
    {
        var (ended, foreign) = (await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit), await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit));
        var token = await TokenAsync(ended, Liaison);
        var done = await LinkPage.OpenAsync(host.Visitor(), token);
        await done.PostAsync(("Input.Confirmed", "true"), ("Input.ReceivedBy", "李四"), ("Input.Outcome", "done"));

        List<string> answers = [];
        foreach (var one in new[] { new string('0', 32), token, await TokenAsync(foreign, "yuanping-liaison"), "x", "" })
        {
            var page = await LinkPage.OpenAsync(host.Visitor(), one);
            answers.Add($"{(int)page.Status} {page.Main}");
            answers.Add(await page.PostAsync(("Input.Operation", "o1"), ("Input.Confirmed", "true"), ("Input.ReceivedBy", "李四"), ("Input.Outcome", "done")));
        }

        Assert.Single(answers.Where((_, at) => at % 2 == 0).Distinct());
        Assert.Single(answers.Where((_, at) => at % 2 == 1).Distinct());
        Assert.Contains("链接已失效", answers[0], StringComparison.Ordinal);
        Assert.True((await TaskAsync(foreign)).IsLive);
    }

    [Fact]
    public async Task Should_keep_no_token_long_after_its_task_has_ended()
    {
        var ids = new[] { await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit), await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit), await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit) };
        foreach (var id in ids)
        {
            await TokenAsync(id, Liaison);
        }

        var clock = host.Services.GetRequiredService<TimeProvider>();
        var (old, lately) = (clock.GetUtcNow().AddDays(-40), clock.GetUtcNow().AddDays(-20));
        await host.Services.GetRequiredService<IWriteLane>().RunAsync(
            async (db, cancel) =>
            {
                await db.MailTokens.Where(token => ids.Contains(token.TaskId)).ExecuteUpdateAsync(set => set.SetProperty(token => token.CreatedAt, old), cancel);
                await db.Tasks.Where(task => task.Id == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(task => task.IsLive, false).SetProperty(task => task.EndedAt, old), cancel);
                return await db.Tasks.Where(task => task.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(task => task.IsLive, false).SetProperty(task => task.EndedAt, lately), cancel);
            },
            Cancel);

        foreach (var work in host.Services.GetServices<IHousekeeping>())
        {
            await work.PurgeAsync(Cancel);
        }

        await using var read = host.Read();
        List<int> left = [];
        foreach (var id in ids)
        {
            left.Add(await read.MailTokens.CountAsync(token => token.TaskId == id && token.CreatedAt == old, Cancel));
        }

        Assert.Equal(0, left[0]); // ended long ago
        Assert.All(left[1..], count => Assert.InRange(count, 2, 100)); // ended lately, and live however old
    }

    [Fact]
    public async Task Should_lead_to_signing_in_for_everything_else_and_show_nothing_to_who_has_no_part()
    {
        var report = await _work.OpenAsync(TaskKinds.SelfAssessmentReport, Role.Unit.Code, Unit);
        var page = await MainAsync(await TokenAsync(report, Liaison));
        Assert.Contains($"href=\"/tasks/{report}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(await MainAsync("x"), await MainAsync(await TokenAsync(report, "yuanping-liaison")));
        Assert.Equal(await MainAsync("x"), await MainAsync(await TokenAsync(report, Liaison, MailTokenPurpose.Reply)));
    }

    [Fact]
    public async Task Should_tell_a_late_click_that_the_task_has_changed()
    {
        var id = await _work.OpenAsync(TaskKinds.Receipt, Role.Unit.Code, Unit);
        var page = await LinkPage.OpenAsync(host.Visitor(), await TokenAsync(id, Liaison));
        await TaskWork.FormAsync(await host.AsAsync("忻府区联络员"), id); // takes it, which changes the revision

        Assert.Contains("有变动", await page.PostAsync(("Input.Confirmed", "true"), ("Input.ReceivedBy", "李四"), ("Input.Outcome", "done")), StringComparison.Ordinal);
        Assert.True((await TaskAsync(id)).IsLive);
    }

    [Fact]
    public void Should_stop_who_tries_too_often()
    {
        using var limits = new LinkLimits();
        var context = new DefaultHttpContext();

        Assert.Equal(60, Enumerable.Range(0, 100).Count(_ => limits.MayAct(context)));
        Assert.Equal(120, Enumerable.Range(0, 200).Count(_ => limits.MayOpen(context)));
    }

    private async Task<string> TokenAsync(string taskId, string personId, MailTokenPurpose purpose = MailTokenPurpose.Open)
    {
        var mail = new MailRow { Key = Guid.NewGuid().ToString("N"), Address = "x@example.cn", RecipientName = "x", Subject = "x", Payload = "{}", TaskId = taskId, PersonId = personId };
        var links = (await host.Services.GetRequiredService<MailTokens>().IssueAsync([mail], Cancel))[mail.Key];
        return purpose == MailTokenPurpose.Open ? links.Open : links.Reply;
    }

    private async Task<string> MainAsync(string token) => (await LinkPage.OpenAsync(host.Visitor(), token)).Main;

    private async Task<HumanTask> TaskAsync(string id)
    {
        await using var db = host.Read();
        return (await TaskStore.FindAsync(db, id, Cancel))!.Task;
    }

    // Everything on record that opening a page could have touched.
    private async Task<(string Task, int Events, int Reads, int Tokens, int Mails, int Outbox)> StateAsync(string id)
    {
        await using var db = host.Read();
        return (
            (await db.Tasks.AsNoTracking().SingleAsync(task => task.Id == id, Cancel)).Json, await db.TaskEvents.CountAsync(Cancel), await db.TaskReads.CountAsync(Cancel), await db.MailTokens.CountAsync(row => row.TaskId == id, Cancel),
            await db.Mails.CountAsync(Cancel), await db.Outbox.CountAsync(row => row.Key.Contains(id), Cancel));
    }

    /// <summary>The demo city; what it logs is kept.</summary>
    public sealed class LoggingHost : DemoHost
    {
        private readonly Sink _sink = new();

        public IEnumerable<string> Logged => _sink.Lines;

        public async Task<string> StoredTokensAsync()
        {
            await using var db = Read();
            return string.Join('\n', await db.MailTokens.Select(row => row.Hash + row.MailKey).ToListAsync(TestContext.Current.CancellationToken));
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _sink.Dispose();
        }

        protected override void Adjust(WebApplicationBuilder builder) => builder.Logging.AddProvider(_sink);

        private sealed class Sink : ILoggerProvider, ILogger
        {
            public ConcurrentQueue<string> Lines { get; } = new();

            public ILogger CreateLogger(string categoryName) => this;

            public void Dispose()
            {
            }

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + exception);
        }
    }
}
