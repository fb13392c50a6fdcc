using System.Net;
using Kaohe.Office.Documents;
using Kaohe.Server.Calendar;
using Kaohe.Server.Mail;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Server.Tests.Documents;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Kaohe.Server.Tests.Mail;

/// <summary>When mails leave, and which leave as one.</summary>
public sealed class MailScheduleTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    [Theory]
    [InlineData("2026-11-30T10:00:00+08:00", "2026-11-30T10:01:00+08:00")]
    [InlineData("2026-11-30T19:59:30+08:00", "2026-12-01T09:00:00+08:00")]
    [InlineData("2026-11-29T10:00:00+08:00", "2026-11-30T09:00:00+08:00")]
    [InlineData("2026-10-01T10:00:00+08:00", "2026-10-08T09:00:00+08:00")]
    public void Should_let_nothing_leave_at_night_and_on_days_off(string asked, string leaves) =>
        Assert.Equal(Time(leaves), Schedule(TimeSpan.FromMinutes(1), new FakeTimeProvider(Time(asked))).Next());

    [Fact]
    public async Task Should_tell_a_person_in_one_mail_what_comes_within_the_window()
    {
        var document = await city.DraftAsync(DocumentCity.Notice(signed: true, "合并用的通知"), one => one.State == DocumentState.Signing);
        var desk = Desk(TimeSpan.FromSeconds(3));
        await QueueAsync(desk, Letter("【待办任务】第一件", document.Id), Letter("【待办任务】第二件", document.Id));
        await QueueAsync(desk, Letter("【待办任务】第三件", document.Id), Letter("别人的一件", document.Id) with { PersonId = "p-office", Name = "考核办甲", Address = "office@example.cn" });

        var rows = await Task.WhenAll(new[] { "【待办任务】第一件", "【待办任务】第二件", "【待办任务】第三件", "别人的一件" }.Select(
            subject => city.WaitAsync(db => db.Set<MailRow>().Where(mail => mail.Subject == subject), mail => mail.State == MailState.Sent)));

        Assert.Single(rows[..3].Select(row => row.EmlPath).Distinct());
        Assert.Equal([null, rows[0].Key, rows[0].Key], rows[..3].Select(row => row.HeadKey));
        Assert.NotEqual(rows[0].EmlPath, rows[3].EmlPath);
        var message = await ReadAsync(rows[0]);
        Assert.Equal("您有3件事项：【待办任务】第一件等", message.Subject);
        Assert.All(new[] { "第一件", "第二件", "第三件" }, word => Assert.Contains(word, message.HtmlBody, StringComparison.Ordinal));
        Assert.All(new[] { "1. ", "2. ", "3. ", "12月1日", "https://kaohe.example/tasks/" }, word => Assert.Contains(word, message.TextBody, StringComparison.Ordinal));
        Assert.Single(message.Attachments);
    }

    [Fact]
    public async Task Should_write_attachments_as_they_are()
    {
        var document = await city.DraftAsync(DocumentCity.Notice(signed: true, "附件原样的通知"), one => one.State == DocumentState.Signing);
        await QueueAsync(Desk(TimeSpan.Zero), Letter("附件原样", document.Id));
        var row = await city.WaitAsync(db => db.Set<MailRow>().Where(mail => mail.Subject == "附件原样"), mail => mail.State == MailState.Sent);

        var part = Assert.Single((await ReadAsync(row)).Attachments.OfType<MimePart>());
        using var content = new MemoryStream();
        await part.Content!.DecodeToAsync(content, DocumentCity.Cancel);

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content.ToArray()));
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        Assert.True(await db.Set<Kaohe.Storage.Documents.DocumentFileRow>().AnyAsync(file => file.Sha256 == hash, DocumentCity.Cancel));
    }

    [Fact]
    public async Task Should_call_back_what_has_not_left_and_only_for_those_who_may()
    {
        var desk = Desk(TimeSpan.FromHours(1));
        await QueueAsync(desk, Letter("取消的一件"), Letter("留下的一件"));
        var row = await city.WaitAsync(db => db.Set<MailRow>().Where(mail => mail.Subject == "取消的一件"), _ => true);

        Assert.Equal(HttpStatusCode.Conflict, (await DocumentCity.PostAsync(city.UnitPerson, "/api/mails/cancel", new { row.Key })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await DocumentCity.PostAsync(city.Office, "/api/mails/cancel", new { row.Key })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await DocumentCity.PostAsync(city.Office, "/api/mails/cancel", new { row.Key })).StatusCode);
        await city.Lane.RunAsync((db, cancel) => db.Outbox.Where(effect => effect.Key == $"mail:{row.Key}").ExecuteUpdateAsync(set => set.SetProperty(effect => effect.AvailableAt, DateTimeOffset.UtcNow), cancel), DocumentCity.Cancel);
        var left = await city.WaitAsync(db => db.Set<MailRow>().Where(mail => mail.Subject == "留下的一件"), mail => mail.State == MailState.Sent);

        Assert.Equal("留下的一件", (await ReadAsync(left)).Subject);
        Assert.Null(left.HeadKey);
        Assert.Equal(MailState.Cancelled, (await city.WaitAsync(db => db.Set<MailRow>().Where(mail => mail.Key == row.Key), _ => true)).State);
    }

    [Fact]
    public void Should_let_only_so_many_mails_a_minute_go_to_one_domain()
    {
        var clock = new FakeTimeProvider(Time("2026-11-30T10:00:00+08:00"));
        var throttle = new DomainThrottle(Options.Create(new MailOptions { Smtp = new SmtpOptions { MailsPerDomainAndMinute = 2 } }), clock);

        Assert.Null(throttle.Take("a@one.cn"));
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(throttle.Take("b@ONE.cn"));
        Assert.Equal(Time("2026-11-30T10:01:00+08:00"), throttle.Take("c@one.cn"));
        Assert.Null(throttle.Take("a@two.cn"));
        clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(throttle.Take("c@one.cn"));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static MailLetter Letter(string subject, params string[] documents) => new()
    {
        PersonId = "p-leader",
        Name = "市长",
        Address = "leader@example.cn",
        Subject = subject,
        Template = MailTemplates.Task,
        Model = new Dictionary<string, object?> { ["text"] = subject, ["due"] = "12月1日 18:00", ["left"] = "还剩 2 个工作日", ["path"] = "/tasks/1", ["action"] = "打开办理" },
        DocumentIds = documents,
    };

    private MailSchedule Schedule(TimeSpan window, TimeProvider clock, bool quiet = true) =>
        new(Options.Create(new MailOptions { DigestWindow = window, QuietHours = quiet }), city.Services.GetRequiredService<IOfficeCalendar>(), clock);

    private MailDesk Desk(TimeSpan window) =>
        new(city.Services.GetRequiredService<OutboxWriter>(), Schedule(window, TimeProvider.System, quiet: false), Options.Create(new MailOptions()));

    private Task QueueAsync(MailDesk desk, params MailLetter[] letters) => city.Lane.RunAsync(
        (db, cancel) => desk.QueueAsync(db, [.. letters.Select(letter => (letter, Guid.NewGuid().ToString("N")))], DateTimeOffset.UtcNow, cancel), DocumentCity.Cancel);

    private async Task<MimeMessage> ReadAsync(MailRow row) =>
        await city.Services.GetRequiredService<MailFolder>().ReadAsync(row.EmlPath!, DocumentCity.Cancel) ?? throw new InvalidOperationException("No file.");
}
