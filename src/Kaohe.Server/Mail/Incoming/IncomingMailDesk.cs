using Kaohe.Server.Mail.Links;
using Kaohe.Server.Tasks.Attachments;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>
/// Takes each mail of the mailbox once: a bounce marks the mail that came back, a reply does what it says (<see cref="TaskReplies"/>), what nobody wrote is
/// let be, and everything else waits for the office.
/// </summary>
/// <param name="records">The list of received mails.</param>
/// <param name="origins">What a mail answers.</param>
/// <param name="replies">Replies to tasks.</param>
/// <param name="answers">Asks back.</param>
/// <param name="actors">People by address.</param>
/// <param name="files">Keeps the messages.</param>
/// <param name="lane">Writes.</param>
/// <param name="options">Our addresses.</param>
/// <param name="clock">Now.</param>
public sealed class IncomingMailDesk(
    ReceivedMails records, ReplyOrigins origins, TaskReplies replies, MailAnswers answers, MailActors actors, ContentFiles files, IWriteLane lane, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Takes a mail. The same mail again does nothing.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="cancellationToken">Gives up before anything is done.</param>
    public async Task TakeAsync(byte[] raw, CancellationToken cancellationToken)
    {
        var mail = IncomingMail.Parse(raw, options.Value.ReplyAddress);
        using var message = mail.Message;
        if (await records.IsKnownAsync(mail.Id, cancellationToken))
        {
            return;
        }

        var received = new Received(mail, await files.KeepAsync(raw, cancellationToken));
        if (BounceReport.Of(message) is { } bounce)
        {
            await BounceAsync(received, bounce, cancellationToken);
        }
        else if (AutomaticMail.ReasonOf(message, [options.Value.From, options.Value.ReplyAddress]) is { } automatic)
        {
            await records.AddAsync(received, ReceivedMailState.Ignored, automatic, cancellationToken);
        }
        else
        {
            await AnswerAsync(received with { PersonId = (await actors.ByAddressAsync(mail.From, cancellationToken))?.Id, Origin = await origins.FindAsync(mail, cancellationToken) }, cancellationToken);
        }
    }

    /// <summary>Puts a mail that could not be taken before the office, so that it does not hold up the others.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="why">Chinese: what went wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SetAsideAsync(byte[] raw, string why, CancellationToken cancellationToken)
    {
        var mail = IncomingMail.Parse(raw, options.Value.ReplyAddress);
        using var message = mail.Message;
        await records.AddAsync(new Received(mail, await files.KeepAsync(raw, cancellationToken)), ReceivedMailState.Waiting, why, cancellationToken);
    }

    private async Task AnswerAsync(Received received, CancellationToken cancellationToken)
    {
        if (received.Origin is not { } origin || (origin.TaskId is null && origin.Told.Count == 0))
        {
            await records.AddAsync(received, ReceivedMailState.Waiting, received.Origin is null ? "不是对系统邮件的回复。" : "回复的邮件不是关于任务的。", cancellationToken);
            return;
        }

        var (actor, doubt) = await origins.SenderAsync(received.Mail, origin, cancellationToken);
        if (actor is null)
        {
            await records.AddAsync(received, ReceivedMailState.Waiting, doubt!, cancellationToken);
            return;
        }

        if (origin.TaskId is { } taskId)
        {
            await replies.TakeAsync(received, actor, taskId, cancellationToken);
        }
        else
        {
            await answers.AskWhichAsync(received, actor, origin.Told, cancellationToken);
        }
    }

    private Task BounceAsync(Received received, BounceReport bounce, CancellationToken cancellationToken) => lane.RunAsync(
        async (db, cancel) =>
        {
            var row = bounce.MessageId is { } id ? await db.Mails.FirstOrDefaultAsync(one => one.MessageId == id, cancel) : null;
            var known = row is null ? received : received with { Origin = new ReplyOrigin(row, row.TaskId, ByToken: false) };
            var (state, note) = (row, bounce.IsFinal) switch
            {
                (null, true) => (ReceivedMailState.Waiting, "退信，但找不到是哪一封。"),
                (_, false) => (ReceivedMailState.Ignored, "邮件延迟的通知，还在投递，不处理。"),
                _ => (ReceivedMailState.Handled, $"退信：给{row!.RecipientName}（{row.Address}）的邮件没有送达，已标记。"),
            };
            if (await records.AddAsync(db, known, state, note, cancel) && state == ReceivedMailState.Handled)
            {
                foreach (var told in await db.Mails.Where(one => one.Key == row!.Key || one.HeadKey == row.Key).ToListAsync(cancel))
                {
                    (told.State, told.BouncedAt, told.Error) = (MailState.Failed, clock.GetUtcNow(), $"对方邮件系统退回：{(bounce.Reason.Length > 0 ? bounce.Reason : "没有说明原因")}");
                }
            }

            return true;
        },
        cancellationToken);
}
