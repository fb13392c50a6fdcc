using Kaohe.TestMail;
using MailKit.Net.Smtp;
using MimeKit;

namespace Kaohe.Server.Tests.Mail;

/// <summary>The servers that other mail tests lean on do what these tests say.</summary>
public sealed class MailServersTests(MailServers servers) : IClassFixture<MailServers>
{
    [Fact]
    public async Task Should_keep_refuse_and_bounce()
    {
        Assert.SkipWhen(servers.Missing is not null, servers.Missing ?? "");

        await servers.SendAsync(To("unit@linjiang.test"));
        Assert.Equal("到 unit@linjiang.test", (await servers.ReceiveAsync("unit@linjiang.test")).Subject);
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, (await Assert.ThrowsAsync<SmtpCommandException>(() => servers.SendAsync(To("unknown@linjiang.test")))).StatusCode);
        Assert.Equal(SmtpStatusCode.ErrorInProcessing, (await Assert.ThrowsAsync<SmtpCommandException>(() => servers.SendAsync(To("busy@linjiang.test")))).StatusCode);
        await servers.StopSmtpAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => servers.SendAsync(To("unit@linjiang.test")));
        await servers.StartSmtpAsync();
        await servers.SendAsync(To("full@linjiang.test"));

        Assert.Single((await servers.ReceiveAsync("sender@kaohe.test")).BodyParts.OfType<MessageDeliveryStatus>());
        Assert.Single(await servers.ReadAsync("unit@linjiang.test"));
    }

    private static MimeMessage To(string address) =>
        new([new MailboxAddress("发件人", "sender@kaohe.test")], [new MailboxAddress("收件人", address)], $"到 {address}", new TextPart("plain") { Text = "正文" });
}
