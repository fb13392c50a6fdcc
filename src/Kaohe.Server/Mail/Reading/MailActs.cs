using Kaohe.Server.Identity;
using Kaohe.Server.Identity.People;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;

namespace Kaohe.Server.Mail.Reading;

/// <summary>What the office does with mails on record: send again, call back.</summary>
/// <param name="current">Who acts.</param>
/// <param name="people">Addresses as they are now.</param>
/// <param name="desk">Takes mails.</param>
/// <param name="lane">Writes.</param>
/// <param name="clock">Now.</param>
public sealed class MailActs(ICurrentActor current, IOfficePeople people, MailDesk desk, IWriteLane lane, TimeProvider clock)
{
    /// <summary>Sends a mail again as a new one, at once, to the address that the person has now.</summary>
    /// <returns>False when there is no such mail or the person may not.</returns>
    public async Task<bool> ResendAsync(string key, CancellationToken cancellationToken = default)
    {
        if (!MailAccess.MayResend(await current.GetAsync(cancellationToken)))
        {
            return false;
        }

        var directory = await people.DirectoryAsync(cancellationToken);
        return await lane.RunAsync(
            async (db, cancel) =>
            {
                if (await db.Mails.FindAsync([key], cancel) is not { } old)
                {
                    return false;
                }

                await desk.ResendAsync(db, old, old.PersonId is { } person ? directory.Find(person)?.Email : null, clock.GetUtcNow(), cancel);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Calls back a mail that has not left. What is told in the same message leaves all the same.</summary>
    /// <returns>False when it has left, or the person may not.</returns>
    public async Task<bool> CancelAsync(string key, CancellationToken cancellationToken = default)
    {
        var actor = await current.GetAsync(cancellationToken);
        return MailAccess.MayCancel(actor) && await lane.RunAsync(
            async (db, cancel) =>
            {
                if (await db.Mails.FindAsync([key], cancel) is not { State: MailState.Waiting } mail)
                {
                    return false;
                }

                (mail.State, mail.Error) = (MailState.Cancelled, $"{actor.Person.Name}取消了发送。");
                mail.Joined++;
                return true;
            },
            cancellationToken);
    }
}
