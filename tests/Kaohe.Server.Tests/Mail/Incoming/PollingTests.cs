using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Mail;
using MailKit.Net.Imap;

namespace Kaohe.Server.Tests.Mail.Incoming;

/// <summary>A mailbox whose server does not tell of new mail is looked at now and then.</summary>
public sealed class PollingTests(PollingMailHost host) : IClassFixture<PollingMailHost>
{
    private const string Address = "xinfu-liaison@xinzhou.example";

    [Fact]
    public async Task Should_find_replies_although_the_server_does_not_tell_of_them()
    {
        Assert.SkipWhen(host.Mail.Missing is not null, host.Mail.Missing ?? "");
        using (var client = await host.Mail.OpenAsync(MailHost.Ours))
        {
            Assert.False(client.Capabilities.HasFlag(ImapCapabilities.Idle));
        }

        var id = await new TaskWork(host).OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu");
        var mail = await host.NotifyAsync(id, "xinfu-liaison", Address);
        foreach (var text in (string[])["第一封", "第二封"])
        {
            var reply = MailHost.Reply(mail, Address, text);
            await host.Mail.SendAsync(reply);
            var taken = await host.TakenAsync(reply);
            Assert.Equal((ReceivedMailState.Handled, id, text), (taken.State, taken.TaskId, taken.Text));
        }
    }
}
