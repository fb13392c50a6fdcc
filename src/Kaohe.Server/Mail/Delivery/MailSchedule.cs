using Kaohe.Office.Calendar;
using Kaohe.Server.Calendar;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>When mails leave, and which of them leave as one: nothing at night and on days off, and one message for what is told to a person within the digest window.</summary>
/// <param name="options">The window.</param>
/// <param name="calendar">Which days are worked.</param>
/// <param name="clock">Now.</param>
public sealed class MailSchedule(IOptions<MailOptions> options, IOfficeCalendar calendar, TimeProvider clock)
{
    /// <summary>Mails told in one message besides the first: more is a list that nobody reads.</summary>
    public const int MostJoined = 29;

    /// <summary>When a mail that is asked for now leaves.</summary>
    public DateTimeOffset Next()
    {
        var after = clock.GetUtcNow() + options.Value.DigestWindow;
        return options.Value.QuietHours ? QuietHours.Default.Next(after, calendar.Current) : after;
    }

    /// <summary>Lets new mails join messages to the same person that have not left yet, or each other.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="rows">New mails; not yet in the context.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task JoinAsync(KaoheDb db, IReadOnlyList<MailRow> rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = new Dictionary<(string? PersonId, string Address), MailRow>();
        if (rows.Any(row => row.LeavesAt > now))
        {
            var addresses = rows.Select(row => row.Address).Distinct(StringComparer.Ordinal).ToList();
            var stored = await db.Mails.Where(mail => addresses.Contains(mail.Address) && mail.State == MailState.Waiting && mail.HeadKey == null).ToListAsync(cancellationToken);
            foreach (var head in stored.Concat(db.Held<MailRow>().Where(mail => addresses.Contains(mail.Address))).Distinct().Where(mail => IsOpen(mail, now)))
            {
                open[(head.PersonId, head.Address)] = head;
            }
        }

        foreach (var row in rows.Where(row => row.State == MailState.Waiting))
        {
            var who = (row.PersonId, row.Address);
            if (open.TryGetValue(who, out var head) && IsOpen(head, now, isNew: head.LeavesAt == row.LeavesAt))
            {
                (row.HeadKey, row.LeavesAt) = (head.Key, head.LeavesAt);
                head.Joined++;
            }
            else
            {
                open[who] = row;
            }
        }
    }

    private static bool IsOpen(MailRow mail, DateTimeOffset now, bool isNew = false) =>
        mail is { State: MailState.Waiting, HeadKey: null, Attempts: 0, Joined: < MostJoined } && (isNew || mail.LeavesAt > now);
}
