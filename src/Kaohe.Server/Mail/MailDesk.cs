using System.Text.Json;
using Kaohe.Office;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail;

/// <summary>Takes mails in: one row in the log for each, and effects that deliver them, in the transaction of whatever causes them.</summary>
/// <param name="outbox">Takes the effect.</param>
/// <param name="schedule">When mails leave, and which leave together.</param>
/// <param name="options">How mail leaves.</param>
public sealed class MailDesk(OutboxWriter outbox, MailSchedule schedule, IOptions<MailOptions> options)
{
    private const int MostTogether = 25;

    /// <summary>Puts a mail into the outbox; a key that is known already is the same mail.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="letter">The mail.</param>
    /// <param name="key">Derived from what causes it and from the recipient.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> QueueAsync(KaoheDb db, MailLetter letter, string key, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        await QueueAsync(db, [(letter, key)], at, cancellationToken) > 0;

    /// <summary>
    /// Puts mails that one thing causes into the outbox together. They leave after the digest window, outside of quiet hours; what is asked for one person until then
    /// goes out as one message. A key that is known already is the same mail.
    /// </summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="letters">The mails with their keys.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many are new.</returns>
    public async Task<int> QueueAsync(KaoheDb db, IReadOnlyList<(MailLetter Letter, string Key)> letters, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var keys = letters.Select(each => each.Key).ToList();
        var known = (await db.Mails.Where(mail => keys.Contains(mail.Key)).Select(mail => mail.Key).ToListAsync(cancellationToken))
            .Concat(db.Held<MailRow>().Select(mail => mail.Key)).ToHashSet(StringComparer.Ordinal);
        var leaves = schedule.Next();
        var rows = letters.Where(each => known.Add(each.Key)).Select(each => Row(each.Letter, each.Key, at, leaves)).ToList();
        await schedule.JoinAsync(db, rows, cancellationToken);
        await DeliverAsync(db, rows, cancellationToken);
        return rows.Count;
    }

    /// <summary>Sends a mail of the log once more, as a new mail, at once and by itself: a person asked for it.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="old">The mail.</param>
    /// <param name="address">The person's address now; null to keep the old one.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ResendAsync(KaoheDb db, MailRow old, string? address, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var letter = JsonSerializer.Deserialize<MailLetter>(old.Payload, OfficeJson.Options)!;
        await DeliverAsync(db, [Row(letter with { Address = address ?? letter.Address }, $"{old.Key}:again:{at.ToUnixTimeMilliseconds()}", at, at)], cancellationToken);
    }

    private async Task DeliverAsync(KaoheDb db, IReadOnlyList<MailRow> rows, CancellationToken cancellationToken)
    {
        db.Mails.AddRange(rows);
        foreach (var together in rows.Where(row => row is { State: MailState.Waiting, HeadKey: null }).Chunk(MostTogether))
        {
            await outbox.EnqueueAsync(
                db,
                new OutboxRequest { Key = $"mail:{together[0].Key}", Kind = MailEffects.Deliver, NotBefore = together[0].LeavesAt, Payload = new DeliverMail([.. together.Select(row => row.Key)]) },
                cancellationToken);
        }
    }

    private MailRow Row(MailLetter letter, string key, DateTimeOffset at, DateTimeOffset leaves)
    {
        var address = AddressOf(letter);
        return new MailRow
        {
            Key = key,
            State = address.Length == 0 ? MailState.Failed : MailState.Waiting,
            Error = address.Length == 0 ? "没有登记邮箱地址。请在“单位与人员”中登记后重发。" : null,
            Address = address,
            RecipientName = letter.Name,
            PersonId = letter.PersonId,
            Subject = letter.Subject,
            UnitId = letter.UnitId,
            TaskId = letter.TaskId,
            DocumentId = letter.DocumentId,
            CycleYear = letter.CycleYear,
            CreatedAt = at,
            LeavesAt = leaves,
            MessageId = Composing.MailComposer.MessageIdOf(key),
            Payload = JsonSerializer.Serialize(letter, OfficeJson.Options),
        };
    }

    // Nothing leaves the machine in pickup mode, so a person without an address has an inbox there all the same.
    private string AddressOf(MailLetter letter) =>
        letter.Address is { Length: > 0 } address ? address
        : options.Value.Mode == MailMode.Pickup && letter.PersonId is { } person ? $"{person}@pickup.invalid"
        : "";
}
