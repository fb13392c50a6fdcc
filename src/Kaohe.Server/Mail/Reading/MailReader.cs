using Kaohe.Office.People;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Mail.Reading;

/// <summary>What the list of mails is narrowed to; what is null does not narrow.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Text">Part of subject or recipient.</param>
public sealed record MailFilter(MailState? State = null, string? UnitId = null, string? TaskId = null, string? Text = null);

/// <summary>Who sees which mails: 考核办 all of them, the administrator the log without contents, everybody the own ones.</summary>
public static class MailAccess
{
    /// <summary>Whether a person sees that a mail was sent.</summary>
    public static bool MaySeeLine(MailRow mail, Actor actor) => actor.Is(Role.Administrator) || MayRead(mail, actor);

    /// <summary>Whether a person may read a mail.</summary>
    public static bool MayRead(MailRow mail, Actor actor) => actor.Is(Role.Office) || mail.PersonId == actor.Id;

    /// <summary>Whether a person may send a mail again.</summary>
    public static bool MayResend(Actor actor) => actor.Is(Role.Office) || actor.Is(Role.Administrator);

    /// <summary>Whether a person may call back a mail that has not left.</summary>
    public static bool MayCancel(Actor actor) => MayResend(actor);
}

/// <summary>Reads the log of mails for a person.</summary>
/// <param name="databases">Contexts.</param>
public sealed class MailReader(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>The mails that a person sees, the newest first.</summary>
    public async Task<Page<MailRow>> ListAsync(Actor actor, MailFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mails = db.Mails.AsNoTracking();
        var id = actor.Id;
        mails = actor.Is(Role.Office) || actor.Is(Role.Administrator) ? mails : mails.Where(mail => mail.PersonId == id);
        mails = filter.State is { } state ? mails.Where(mail => mail.State == state) : mails;
        mails = filter.UnitId is { Length: > 0 } unit ? mails.Where(mail => mail.UnitId == unit) : mails;
        mails = filter.TaskId is { Length: > 0 } task ? mails.Where(mail => mail.TaskId == task) : mails;
        mails = filter.Text is { Length: > 0 } text ? mails.Where(mail => mail.Subject.Contains(text) || mail.RecipientName.Contains(text) || mail.Address.Contains(text)) : mails;
        return await page.ReadAsync(mails.OrderByDescending(mail => mail.CreatedAt).ThenBy(mail => mail.Key), cancellationToken);
    }

    /// <summary>A mail that the person may read.</summary>
    /// <returns>None when there is no such mail or the person may not read it.</returns>
    public async Task<MailRow?> FindAsync(string key, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Key == key, cancellationToken) is { } found && MailAccess.MayRead(found, actor) ? found : null;
    }
}
