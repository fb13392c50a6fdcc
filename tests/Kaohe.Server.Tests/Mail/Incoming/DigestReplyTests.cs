using Kaohe.Activities;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Server.Calendar;
using Kaohe.Server.Mail;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Tests.Mail.Incoming;

/// <summary>A reply to a mail that tells several things: which of them it is about, nobody can say.</summary>
public sealed class DigestReplyTests(MailHost host) : IClassFixture<MailHost>
{
    private const string Liaison = "xinfu-liaison";
    private const string Address = "xinfu-liaison@xinzhou.example";
    private readonly TaskWork _work = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_give_each_task_its_own_link_and_ask_back_once_which_one_a_reply_is_about()
    {
        Assert.SkipWhen(host.Mail.Missing is not null, host.Mail.Missing ?? "");
        string[] tasks = [await OpenAsync(), await OpenAsync()];
        var digest = await DigestAsync(tasks);
        Assert.Empty(digest.ReplyTo);
        Assert.Equal(2, digest.TextBody!.Split("/m?k=").Length - 1);
        Assert.Contains("请逐件打开办理", digest.TextBody, StringComparison.Ordinal);

        digest.ReplyTo.Add(new MailboxAddress("", MailHost.Ours));
        var reply = MailHost.Reply(digest, Address, "都已办好。");
        await host.Mail.SendAsync(reply);
        var taken = await host.TakenAsync(reply);
        Assert.Equal((ReceivedMailState.Waiting, null), (taken.State, taken.TaskId));
        Assert.Contains("2件事项", taken.Note, StringComparison.Ordinal);
        var hint = await host.Mail.ReceiveAsync(Address, mail => mail.Subject == $"回复：{reply.Subject}");
        Assert.All(tasks, task => Assert.Contains($"/tasks/{task}", hint.TextBody, StringComparison.Ordinal));
        Assert.Equal("auto-generated", hint.Headers["Auto-Submitted"]);

        // An answer to the hint, and the same question again, get no further hint.
        var again = MailHost.Reply(digest, Address, "再说一遍，都办好了。");
        hint.ReplyTo.Add(new MailboxAddress("", MailHost.Ours));
        var back = MailHost.Reply(hint, Address, "收到。");
        foreach (var sent in (MimeMessage[])[again, back])
        {
            await host.Mail.SendAsync(sent);
            Assert.Equal(ReceivedMailState.Waiting, (await host.TakenAsync(sent)).State);
        }

        await using var db = host.Read();
        Assert.Equal(1, await db.Mails.CountAsync(mail => mail.Key.StartsWith("digest:") && mail.Address == Address, Cancel));
    }

    [Fact]
    public async Task Should_take_a_reply_to_several_mails_about_one_task_as_a_reply_to_it()
    {
        Assert.SkipWhen(host.Mail.Missing is not null, host.Mail.Missing ?? "");
        var task = await OpenAsync();
        var mail = await DigestAsync([task, task]);
        Assert.NotEmpty(mail.ReplyTo);
        var reply = MailHost.Reply(mail, Address, "请问口径？");

        await host.Mail.SendAsync(reply);

        Assert.Equal((ReceivedMailState.Handled, task), ((await host.TakenAsync(reply)).State, (await host.TakenAsync(reply)).TaskId));
    }

    [Fact]
    public async Task Should_tell_nothing_to_a_stranger_who_answers()
    {
        Assert.SkipWhen(host.Mail.Missing is not null, host.Mail.Missing ?? "");
        var digest = await DigestAsync([await OpenAsync(), await OpenAsync()]);
        digest.ReplyTo.Add(new MailboxAddress("", MailHost.Ours));
        var forged = MailHost.Reply(digest, "stranger@elsewhere.example", "都已办好。");

        await host.Mail.SendAsync(forged);

        Assert.Equal(ReceivedMailState.Waiting, (await host.TakenAsync(forged)).State);
        await using var db = host.Read();
        Assert.False(await db.Mails.AnyAsync(mail => mail.Address == "stranger@elsewhere.example", Cancel));
    }

    private Task<string> OpenAsync() => _work.OpenAsync(TaskKinds.General, Role.Unit.Code, "xinfu");

    // Asked for within one window, as a flow does that opens several tasks.
    private async Task<MimeMessage> DigestAsync(string[] tasks)
    {
        var options = Options.Create(new MailOptions { DigestWindow = TimeSpan.FromMilliseconds(300), QuietHours = false });
        var schedule = new MailSchedule(options, host.Services.GetRequiredService<IOfficeCalendar>(), host.Services.GetRequiredService<TimeProvider>());
        var desk = new MailDesk(host.Services.GetRequiredService<OutboxWriter>(), schedule, host.Services.GetRequiredService<IOptions<MailOptions>>());
        var subject = Guid.NewGuid().ToString("N");
        var letters = tasks.Select((task, at) => (
            new MailLetter
            {
                PersonId = Liaison, Name = Liaison, Address = Address, Subject = $"{subject} {at}", Template = MailTemplates.Task, TaskId = task,
                Model = new Dictionary<string, object?> { ["text"] = "您有一个任务。", ["path"] = $"/tasks/{task}", ["action"] = "打开办理" },
            },
            $"{subject}:{at}")).ToList();
        await host.Services.GetRequiredService<IWriteLane>().RunAsync((db, cancel) => desk.QueueAsync(db, letters, TimeProvider.System.GetUtcNow(), cancel), Cancel);
        return await host.Mail.ReceiveAsync(Address, message => message.Subject!.Contains(subject, StringComparison.Ordinal) && message.InReplyTo is null && !message.Subject.StartsWith("回复", StringComparison.Ordinal));
    }
}
