using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>Puts received mails on record: one row a mail, in the transaction of whatever the mail does.</summary>
/// <param name="lane">Writes.</param>
/// <param name="databases">Reads.</param>
/// <param name="clock">Now.</param>
public sealed class ReceivedMails(IWriteLane lane, IDbContextFactory<KaoheDb> databases, TimeProvider clock)
{
    /// <summary>Whether a mail is on record.</summary>
    public async Task<bool> IsKnownAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ReceivedMails.AnyAsync(mail => mail.Id == id, cancellationToken);
    }

    /// <summary>Puts a mail that does nothing on record.</summary>
    public Task AddAsync(Received mail, ReceivedMailState state, string note, CancellationToken cancellationToken) => lane.RunAsync(
        async (db, cancel) => await AddAsync(db, mail, state, note, cancel), cancellationToken);

    /// <summary>Puts a mail on record within a transaction.</summary>
    /// <returns>False when it is on record already, and nothing may be done again.</returns>
    public async Task<bool> AddAsync(KaoheDb db, Received mail, ReceivedMailState state, string note, CancellationToken cancellationToken)
    {
        if (await db.ReceivedMails.AnyAsync(row => row.Id == mail.Mail.Id, cancellationToken))
        {
            return false;
        }

        db.ReceivedMails.Add(new ReceivedMailRow
        {
            Id = mail.Mail.Id,
            State = state,
            FromAddress = mail.Mail.From,
            FromName = mail.Mail.FromName,
            Subject = mail.Mail.Subject,
            Text = mail.Mail.Text,
            AttachmentCount = mail.Mail.Message.Attachments.Count(),
            Content = mail.Content,
            ReceivedAt = clock.GetUtcNow(),
            Note = note,
            MailKey = mail.Origin?.Mail.Key,
            TaskId = mail.Origin?.TaskId,
            PersonId = mail.PersonId ?? mail.Origin?.Mail.PersonId,
        });
        return true;
    }
}

/// <summary>A mail with what was found out about it.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Content">Hash of the kept message; null when it was not kept.</param>
/// <param name="Origin">The mail of ours that it answers; null when it answers none.</param>
/// <param name="PersonId">The person with the sender's address; null when nobody has it.</param>
public sealed record Received(IncomingMail Mail, string? Content, ReplyOrigin? Origin = null, string? PersonId = null);
