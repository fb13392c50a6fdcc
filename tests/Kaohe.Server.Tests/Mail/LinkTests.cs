using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Mail.Links;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kaohe.Server.Tests.Mail;

/// <summary>The page behind the link in a mail.</summary>
public sealed partial class LinkTests(LinkTests.LoggingHost host) : IClassFixture<LinkTests.LoggingHost>
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
        var page = await Page.OpenAsync(host.Visitor(), token);

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
        var page = await Page.OpenAsync(host.Visitor(), await TokenAsync(id, Liaison));

        Assert.Contains("签名口令", await page.PostAsync(("Input.Outcome", "agree")), StringComparison.Ordinal);
        Assert.Contains("密码不对", await page.PostAsync(("Input.Outcome", "agree"), ("Input.Secret", "wrong-1")), StringComparison.Ordinal);
        Assert.True((await TaskAsync(id)).IsLive);
        Assert.Contains("已办理：同意", await page.PostAsync(("Input.Outcome", "agree"), ("Input.Opinion", "属实。"), ("Input.Secret", ServerHost.Password)), StringComparison.Ordinal);

        Assert.Equal(("agree", "属实。", Liaison), ((await TaskAsync(id)).OutcomeCode, (await TaskAsync(id)).Opinion, (await TaskAsync(id)).EndedById));
        Assert.DoesNotContain(host.Logged, line => line.Contains(ServerHost.Password, StringComparison.Ordinal));
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
        var page = await Page.OpenAsync(host.Visitor(), await TokenAsync(id, Liaison));
        await TaskWork.FormAsync(await host.AsAsync("忻府区联络员"), id); // takes it, which changes the revision

        Assert.Contains("有变动", await page.PostAsync(("Input.Confirmed", "true"), ("Input.ReceivedBy", "李四"), ("Input.Outcome", "done")), StringComparison.Ordinal);
        Assert.True((await TaskAsync(id)).IsLive);
    }

    [Fact]
    public void Should_stop_who_tries_too_often()
    {
        using var limits = new LinkLimits();
        var context = new DefaultHttpContext();

        Assert.Equal(12, Enumerable.Range(0, 50).Count(_ => limits.MayAct(context)));
        Assert.Equal(120, Enumerable.Range(0, 200).Count(_ => limits.MayOpen(context)));
    }

    private async Task<string> TokenAsync(string taskId, string personId, MailTokenPurpose purpose = MailTokenPurpose.Open)
    {
        var mail = new MailRow { Key = Guid.NewGuid().ToString("N"), Address = "x@example.cn", RecipientName = "x", Subject = "x", Payload = "{}", TaskId = taskId, PersonId = personId };
        var links = (await host.Services.GetRequiredService<MailTokens>().IssueAsync([mail], Cancel))[mail.Key];
        return purpose == MailTokenPurpose.Open ? links.Open : links.Reply;
    }

    private async Task<string> MainAsync(string token)
    {
        var html = await host.Visitor().GetStringAsync($"/m?k={Uri.EscapeDataString(token)}", Cancel);
        return Content().Match(html).Value;
    }

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

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline, 1000)]
    private static partial Regex Content();

    /// <summary>The page in a phone without script.</summary>
    private sealed partial class Page(HttpClient browser, string address, string html)
    {
        public static async Task<Page> OpenAsync(HttpClient browser, string token) => new(browser, $"/m?k={token}", await browser.GetStringAsync($"/m?k={token}", Cancel));

        public async Task<string> PostAsync(params (string Name, string Value)[] fields)
        {
            var form = new MultipartFormDataContent();
            foreach (var (name, value) in Hidden().Matches(html).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value))).Concat(fields))
            {
                form.Add(new StringContent(value), name);
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
            request.Headers.Add("Origin", "null"); // what browsers send from a page that tells nobody its address
            using var answer = await browser.SendAsync(request, Cancel);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        }

        [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Hidden();
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
