using Kaohe.Server.Mail.Composing;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>
/// Delivers the mails of one effect: writes each message as .eml and, with a mail server, gives it to the server. 4xx and a server that is away are tried
/// again later, 5xx ends as a dead letter; a mail that has left is on record before the next one is sent, and never sent again.
/// </summary>
/// <param name="databases">Contexts.</param>
/// <param name="composer">Makes the messages.</param>
/// <param name="folder">Where .eml files go.</param>
/// <param name="smtp">Sends.</param>
/// <param name="log">Writes down.</param>
/// <param name="lane">Takes what is written down at once.</param>
/// <param name="clock">Now.</param>
/// <param name="options">How mail leaves.</param>
internal sealed class DeliverMailHandler(
    IDbContextFactory<KaoheDb> databases, MailComposer composer, MailFolder folder, SmtpDelivery smtp, MailLog log, IWriteLane lane, TimeProvider clock, IOptions<MailOptions> options)
    : IEffectHandler
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await DueAsync(db, effect.Payload<DeliverMail>().Keys, cancellationToken);
        var outcomes = new List<MailOutcome>();
        if (rows.Count == 0)
        {
            return outcomes;
        }

        var enclosures = await composer.EncloseAsync(cancellationToken);
        var until = Environment.TickCount64 + (long)_longest.TotalMilliseconds;
        foreach (var together in rows.GroupBy(row => row.HeadKey ?? row.Key, StringComparer.Ordinal))
        {
            var outcome = await DeliverAsync([.. together], enclosures, cancellationToken);
            outcomes.Add(outcome);

            // What is left over waits for its next turn: an attempt ends while its lease is safe, and an absent server is not asked again.
            if (outcome.IsAway || Environment.TickCount64 > until)
            {
                break;
            }
        }

        return outcomes;
    }

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var outcomes = (List<MailOutcome>)context.Prepared!;
        var keys = context.Effect.Payload<DeliverMail>().Keys;
        foreach (var outcome in outcomes.Where(outcome => outcome.Error is null && options.Value.Mode == MailMode.Pickup))
        {
            await MailLog.NoteSentAsync(context.Db, outcome, context.Now, cancellationToken);
        }

        var rows = await Of(context.Db.Mails, keys).Where(row => row.State != MailState.Sent).ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellationToken);
        foreach (var outcome in outcomes.Where(outcome => outcome.Error is not null))
        {
            log.Note(rows, outcome, context.Now);
        }

        if (rows.Values.Where(row => row.State == MailState.Waiting).ToList() is { Count: > 0 } waiting)
        {
            var last = outcomes.Count > 0 && outcomes[^1].IsAway ? outcomes[^1] : null;
            context.WaitUntil = waiting.Min(row => log.Again(row, last ?? outcomes.Find(outcome => outcome.Keys.Contains(row.Key)), context.Now));
        }
        else if (rows.Values.Where(row => row.State == MailState.Failed).ToList() is { Count: > 0 } failed)
        {
            context.GiveUpReason = string.Join('；', failed.Select(row => $"给{row.RecipientName}（{row.Address}）的邮件没有送出：{row.Error}"));
        }
    }

    private async Task<MailOutcome> DeliverAsync(IReadOnlyList<MailRow> together, Enclosures enclosures, CancellationToken cancellationToken)
    {
        using var message = await composer.ComposeAsync(together, enclosures, cancellationToken);
        var path = await folder.WriteAsync(message, together[0].Key, together[0].CreatedAt, cancellationToken);
        var outcome = new MailOutcome([.. together.Select(row => row.Key)], path);
        if (options.Value.Mode == MailMode.Pickup)
        {
            return outcome;
        }

        outcome = await smtp.SendAsync(message, outcome, cancellationToken);
        if (outcome.Error is null)
        {
            await lane.RunAsync((db, cancel) => MailLog.NoteSentAsync(db, outcome, clock.GetUtcNow(), cancel), CancellationToken.None);
        }

        return outcome;
    }

    // A dead letter that is replayed finds nothing waiting: it tries again what failed.
    private static async Task<List<MailRow>> DueAsync(KaoheDb db, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        // Not narrowed by state: the database would go through all that waits instead of the few that are asked for.
        var rows = await Of(db.Mails.AsNoTracking(), keys).OrderBy(row => row.HeadKey != null).ThenBy(row => row.CreatedAt).ThenBy(row => row.Key).ToListAsync(cancellationToken);
        return rows.FindAll(row => row.State == MailState.Waiting) is { Count: > 0 } waiting ? waiting : rows.FindAll(row => row.State == MailState.Failed);
    }

    private static IQueryable<MailRow> Of(IQueryable<MailRow> mails, IReadOnlyList<string> keys) =>
        mails.Where(row => keys.Contains(row.Key)).Concat(mails.Where(row => row.HeadKey != null && keys.Contains(row.HeadKey) && !keys.Contains(row.Key)));
}
