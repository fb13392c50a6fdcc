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
        var open = new Dictionary<(string? PersonId, string Address), MailHead>();
        var taking = new HashSet<MailHead>();
        if (rows.Any(row => row.LeavesAt > now))
        {
            foreach (var head in (await WaitingAsync(db, rows, cancellationToken)).Where(head => head.IsOpen && head.LeavesAt > now))
            {
                open[(head.PersonId, head.Address)] = head;
            }
        }

        foreach (var row in rows.Where(row => row.State == MailState.Waiting))
        {
            var who = (row.PersonId, row.Address);
            if (open.TryGetValue(who, out var head) && head.IsOpen && (head.LeavesAt > now || head.LeavesAt == row.LeavesAt))
            {
                head.Take(row);
                taking.Add(head);
            }
            else
            {
                open[who] = new MailHead(row);
            }
        }

        await CountAsync(db, taking.Where(head => head.IsStored), cancellationToken);
    }

    // Messages that wait, in the database and in this mutation.
    private static async Task<IEnumerable<MailHead>> WaitingAsync(KaoheDb db, IReadOnlyList<MailRow> rows, CancellationToken cancellationToken)
    {
        var addresses = rows.Select(row => row.Address).Distinct(StringComparer.Ordinal).ToList();
        var stored = await db.Mails.Where(mail => addresses.Contains(mail.Address) && mail.State == MailState.Waiting && mail.HeadKey == null && mail.Attempts == 0)
            .Select(mail => new MailHead(mail.Key, mail.PersonId, mail.Address, mail.LeavesAt, mail.Joined)).ToListAsync(cancellationToken);
        var keys = stored.Select(head => head.Key).ToHashSet(StringComparer.Ordinal);
        return stored.Concat(db.Held<MailRow>()
            .Where(mail => mail is { State: MailState.Waiting, HeadKey: null, Attempts: 0 } && addresses.Contains(mail.Address) && !keys.Contains(mail.Key)).Select(mail => new MailHead(mail)));
    }

    // Nothing joins a message at the moment in which it leaves.
    private static async Task CountAsync(KaoheDb db, IEnumerable<MailHead> heads, CancellationToken cancellationToken)
    {
        foreach (var same in heads.GroupBy(head => (head.Joined, head.Taken), head => head.Key))
        {
            var (keys, (joined, taken)) = (same.ToList(), same.Key);
            var counted = await db.Mails.Where(mail => keys.Contains(mail.Key) && mail.Joined == joined)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Joined, joined + taken), cancellationToken);
            if (counted < keys.Count)
            {
                throw new DbUpdateConcurrencyException("A message left while a mail joined it.");
            }
        }
    }
}
