using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MimeKit.Cryptography;

namespace Kaohe.Server.Tests.Mail;

/// <summary>Mail through a real OpenSMTPD, read over a real Dovecot.</summary>
public sealed class SmtpTests(MailCity city) : IClassFixture<MailCity>
{
    [Fact]
    public async Task Should_send_mails_in_text_and_html_that_receivers_can_check_by_the_key_of_the_site()
    {
        Assert.SkipWhen(city.Servers.Missing is not null, city.Servers.Missing ?? "");

        await city.SendAsync("请报送自查报告（喆、堃）", "signed@linjiang.test");
        var got = await city.Servers.ReceiveAsync("signed@linjiang.test");

        Assert.Equal("请报送自查报告（喆、堃）", got.Subject);
        Assert.Contains("请于期限内办理。", got.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://kaohe.example/tasks/1\"", got.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain(got.Headers, header => header.Id == HeaderId.ListUnsubscribe);
        Assert.True(await VerifyAsync(got));
        got.Subject = "请汇款";
        Assert.False(await VerifyAsync(got));
    }

    [Fact]
    public async Task Should_lose_nothing_while_the_server_is_down_and_send_each_mail_once()
    {
        Assert.SkipWhen(city.Servers.Missing is not null, city.Servers.Missing ?? "");
        string[] to = [.. Enumerable.Range(1, 7).Select(number => $"waits{number}@linjiang.test")];

        await city.Servers.StopSmtpAsync();
        await city.SendAsync("服务器停机", to);
        var away = await city.MailAsync("服务器停机", mail => mail.Error is not null);
        await city.Servers.StartSmtpAsync();
        await city.WaitAsync(db => db.Set<MailRow>().Where(mail => mail.Subject == "服务器停机").OrderBy(mail => mail.State == MailState.Sent), mail => mail.State == MailState.Sent);

        Assert.Equal(MailState.Waiting, away.State);
        Assert.Contains("没有连上", away.Error, StringComparison.Ordinal);
        foreach (var address in to)
        {
            await city.Servers.ReceiveAsync(address);
        }

        foreach (var address in to)
        {
            Assert.Single(await city.Servers.ReadAsync(address));
        }
    }

    [Fact]
    public async Task Should_try_again_what_the_server_does_not_take_for_now()
    {
        Assert.SkipWhen(city.Servers.Missing is not null, city.Servers.Missing ?? "");

        await city.SendAsync("稍后再试", "busy@linjiang.test", "idle@linjiang.test");
        var busy = await city.WaitAsync(db => db.Set<MailRow>().Where(mail => mail.Address == "busy@linjiang.test"), mail => mail.Attempts >= 2);

        Assert.Equal(MailState.Waiting, busy.State);
        Assert.Contains("451", busy.Error, StringComparison.Ordinal);
        await city.Servers.ReceiveAsync("idle@linjiang.test");
        Assert.Single(await city.Servers.ReadAsync("idle@linjiang.test"));
    }

    [Fact]
    public async Task Should_make_a_dead_letter_with_the_reason_of_what_the_server_refuses_for_good()
    {
        Assert.SkipWhen(city.Servers.Missing is not null, city.Servers.Missing ?? "");

        await city.SendAsync("查无此人", "unknown@linjiang.test", "known@linjiang.test");
        var dead = await city.WaitAsync(db => db.Set<OutboxRow>().Where(effect => effect.Status == OutboxStatus.Dead && effect.Reason!.Contains("unknown@linjiang.test")), _ => true);

        Assert.Contains("550", dead.Reason, StringComparison.Ordinal);
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(MailCity.Cancel);
        var states = await db.Set<MailRow>().Where(mail => mail.Subject == "查无此人").ToDictionaryAsync(mail => mail.Address, mail => mail.State, MailCity.Cancel);
        Assert.Equal(MailState.Failed, states["unknown@linjiang.test"]);
        Assert.Equal(MailState.Sent, states["known@linjiang.test"]);
        await city.Services.GetRequiredService<OutboxStore>().ReplayAsync(dead.Id, MailCity.Cancel);
        await city.WaitAsync(all => all.Set<MailRow>().Where(mail => mail.Address == "unknown@linjiang.test"), mail => mail.Attempts == 2);
        Assert.Single(await city.Servers.ReadAsync("known@linjiang.test"));
    }

    private async Task<bool> VerifyAsync(MimeMessage message) => await new DkimVerifier(city).VerifyAsync(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)], MailCity.Cancel);
}
