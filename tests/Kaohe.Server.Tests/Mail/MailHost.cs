using Kaohe.Server.Mail;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Kaohe.TestMail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kaohe.Server.Tests.Mail;

/// <summary>The demo city with a real OpenSMTPD and Dovecot: its mails leave over SMTP, and its mailbox is read over IMAP.</summary>
public class MailHost : DemoHost
{
    public const string Ours = "kaohe@xinzhou.example";
    public const string TrustedServer = "mx.xinzhou.example";

    public MailHost()
        : this(idles: true)
    {
    }

    private protected MailHost(bool idles) => Mail = new MailServers { Idles = idles };

    public MailServers Mail { get; }

    protected override IEnumerable<string> Settings =>
    [
        .. base.Settings, "--Site:Address=https://kaohe.example", "--Mail:Mode=Smtp", "--Mail:QuietHours=false", "--Mail:DigestWindow=00:00:00", "--Mail:RetryAfter=00:00:00.2", $"--Mail:From={Ours}", $"--Mail:Smtp:Host={MailServers.Host}", $"--Mail:Smtp:Port={Mail.SmtpPort}", "--Mail:Smtp:Security=None",
        $"--Mail:Imap:Host={MailServers.Host}", $"--Mail:Imap:Port={Mail.ImapPort}", "--Mail:Imap:Security=None", $"--Mail:Imap:User={Ours}", $"--Mail:Imap:Password={MailServers.Password}",
        "--Mail:Imap:PollEvery=00:00:00.2", "--Mail:Imap:AcceptsDecisions=true", $"--Mail:Imap:TrustedServer={TrustedServer}",
    ];

    public override async ValueTask InitializeAsync()
    {
        if (Mail.Missing is null)
        {
            await Mail.InitializeAsync();
            await base.InitializeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Mail.DisposeAsync();
    }

    /// <summary>Sends a person the mail about a task, and reads it out of the person's mailbox.</summary>
    public async Task<MimeMessage> NotifyAsync(string taskId, string personId, string address)
    {
        var subject = await SendAsync(taskId, personId, address);
        return await Mail.ReceiveAsync(address, message => message.Subject == subject);
    }

    /// <summary>Sends a person the mail about a task at once, where the product would wait for the office hours.</summary>
    /// <returns>Its subject.</returns>
    public async Task<string> SendAsync(string taskId, string personId, string address)
    {
        var subject = $"【待办任务】{Guid.NewGuid():N}";
        var letter = new MailLetter
        {
            PersonId = personId, Name = personId, Address = address, Subject = subject, Template = MailTemplates.Plain, TaskId = taskId,
            Model = new Dictionary<string, object?> { ["paragraphs"] = new List<string> { "您有一个任务。", $"打开办理：https://kaohe.example/tasks/{taskId}" } },
        };
        await Services.GetRequiredService<IWriteLane>().RunAsync(
            (db, cancel) => Services.GetRequiredService<MailDesk>().QueueAsync(db, letter, $"test:{subject}", TimeProvider.System.GetUtcNow(), cancel), TestContext.Current.CancellationToken);
        return subject;
    }

    /// <summary>A reply as a mail program makes it: to the Reply-To, naming the mail, with its text quoted.</summary>
    public static MimeMessage Reply(MimeMessage to, string from, string text, params (string Name, byte[] Content)[] files)
    {
        var body = new BodyBuilder { TextBody = $"{text}\n\n\n在 2026-03-02 16:20:11，\"考核工作流程\" <{Ours}> 写道：\n\n{to.TextBody}" };
        foreach (var (name, content) in files)
        {
            body.Attachments.Add(name, content);
        }

        var reply = new MimeMessage([new MailboxAddress("联络员", from)], to.ReplyTo, $"回复：{to.Subject}", body.ToMessageBody()) { InReplyTo = to.MessageId };
        reply.References.Add(to.MessageId!);
        return reply;
    }

    /// <summary>Waits until a mail that was sent to us is on record.</summary>
    public async Task<ReceivedMailRow> TakenAsync(MimeMessage sent)
    {
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sent.MessageId!)));
        ReceivedMailRow? row = null;
        await Wait.UntilAsync(async () =>
        {
            await using var db = Read();
            row = await db.ReceivedMails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, TestContext.Current.CancellationToken);
            return row is not null;
        });
        return row!;
    }
}

/// <summary>The same at an IMAP server that does not tell of new mail.</summary>
public sealed class PollingMailHost() : MailHost(idles: false);
