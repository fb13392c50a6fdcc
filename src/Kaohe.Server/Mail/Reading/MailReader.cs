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
    public static bool MayRead(MailRow mail, Actor actor) => MayReadAll(actor) || mail.PersonId == actor.Id;

    /// <summary>Whether a person may read everybody's mails.</summary>
    public static bool MayReadAll(Actor actor) => actor.Is(Role.Office);

    /// <summary>Whether a person may send a mail again.</summary>
    public static bool MayResend(Actor actor) => actor.Is(Role.Office) || actor.Is(Role.Administrator);

    /// <summary>Whether a person may call back a mail that has not left.</summary>
    public static bool MayCancel(Actor actor) => MayResend(actor);

    /// <summary>Whether a person reads the mails that came in, and decides what becomes of them: 考核办 alone.</summary>
    public static bool MayHandleReceived(Actor actor) => actor.Is(Role.Office);
}

/// <summary>Reads the log of mails for a person.</summary>
/// <param name="databases">Contexts.</param>
public sealed class MailReader(IDbContextFactory<KaoheDb> databases)
{
    /// <summary>The mails that a person sees, the newest first.</summary>
    public async Task<Page<MailRow>> ListAsync(Actor actor, MailFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mails = Narrow(db.Mails.AsNoTracking(), actor, filter);
        mails = filter.State is { } state ? mails.Where(mail => mail.State == state) : mails;
        return await page.ReadAsync(mails.OrderByDescending(mail => mail.CreatedAt).ThenBy(mail => mail.Key), cancellationToken);
    }

    /// <summary>How many mails there are in each state, of those that the person sees and the filter lets through whatever their state.</summary>
    public async Task<IReadOnlyDictionary<MailState, int>> CountAsync(Actor actor, MailFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Narrow(db.Mails.AsNoTracking(), actor, filter).GroupBy(mail => mail.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    /// <summary>The messages that one person got, the newest first, as far as <paramref name="actor"/> may read them.</summary>
    /// <returns>None when the actor may not read that person's mails.</returns>
    public async Task<Page<MailRow>> InboxAsync(Actor actor, string personId, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mails = db.Mails.AsNoTracking().Where(mail => mail.PersonId == personId && mail.State == MailState.Sent && mail.HeadKey == null);
        return MailAccess.MayReadAll(actor) || actor.Id == personId
            ? await page.ReadAsync(mails.OrderByDescending(mail => mail.CreatedAt).ThenBy(mail => mail.Key), cancellationToken)
            : new Page<MailRow>([], 0);
    }

    /// <summary>How many mails are told in each message besides the first.</summary>
    /// <param name="keys">Keys of messages.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, int>> JoinedAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Mails.Where(mail => mail.HeadKey != null && keys.Contains(mail.HeadKey)).GroupBy(mail => mail.HeadKey!)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>A mail that the person may read.</summary>
    /// <returns>None when there is no such mail or the person may not read it.</returns>
    public async Task<MailRow?> FindAsync(string key, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Key == key, cancellationToken) is { } found && MailAccess.MayRead(found, actor) ? found : null;
    }

    private static IQueryable<MailRow> Narrow(IQueryable<MailRow> mails, Actor actor, MailFilter filter)
    {
        var id = actor.Id;
        mails = MailAccess.MayReadAll(actor) || actor.Is(Role.Administrator) ? mails : mails.Where(mail => mail.PersonId == id);
        mails = filter.UnitId is { Length: > 0 } unit ? mails.Where(mail => mail.UnitId == unit) : mails;
        mails = filter.TaskId is { Length: > 0 } task ? mails.Where(mail => mail.TaskId == task) : mails;
        return filter.Text is { Length: > 0 } text ? mails.Where(mail => mail.Subject.Contains(text) || mail.RecipientName.Contains(text) || mail.Address.Contains(text)) : mails;
    }
}
