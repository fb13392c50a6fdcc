using Kaohe.Server.Mail.Composing;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Outbox;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>
/// Delivers the mails of one effect: writes each .eml and, with a mail server, gives it to the server. 4xx is tried again later, 5xx ends as a dead letter;
/// a mail that has left is never sent again.
/// </summary>
/// <param name="databases">Contexts.</param>
/// <param name="composer">Makes the messages.</param>
/// <param name="folder">Where .eml files go.</param>
/// <param name="smtp">The mail server.</param>
/// <param name="options">How mail leaves.</param>
internal sealed class DeliverMailHandler(
    IDbContextFactory<KaoheDb> databases, MailComposer composer, MailFolder folder, SmtpSender smtp, IOptions<MailOptions> options) : IEffectHandler
{
    private const int MostAttempts = 12;
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(2);

    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var keys = effect.Payload<DeliverMail>().Keys;
        var rows = await db.Mails.AsNoTracking().Where(mail => keys.Contains(mail.Key) && mail.State != MailState.Sent).ToListAsync(cancellationToken);
        var enclosures = await composer.EncloseAsync(cancellationToken);
        var outcomes = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        string? away = null;
        foreach (var row in rows)
        {
            using var message = await composer.ComposeAsync(row, enclosures, cancellationToken);
            var path = await folder.WriteAsync(message, row.Key, row.CreatedAt, cancellationToken);
            outcomes[row.Key] = away is null ? await SendAsync(message, path, cancellationToken) : new Outcome(path, away, IsFinal: false);
            away ??= outcomes[row.Key].IsAway ? outcomes[row.Key].Error : null;
        }

        return outcomes;
    }

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var keys = context.Effect.Payload<DeliverMail>().Keys;
        var outcomes = (Dictionary<string, Outcome>)context.Prepared!;
        var rows = await context.Db.Mails.Where(mail => keys.Contains(mail.Key)).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => outcomes.ContainsKey(row.Key)))
        {
            var outcome = outcomes[row.Key];
            (row.EmlPath, row.Error) = (outcome.Path, outcome.Error);
            row.Attempts++;
            row.State = outcome.Error is null ? MailState.Sent : outcome.IsFinal || row.Attempts >= MostAttempts ? MailState.Failed : MailState.Waiting;
            row.SentAt = row.State == MailState.Sent ? context.Now : row.SentAt;
        }

        if (rows.Where(row => row.State == MailState.Waiting).ToList() is { Count: > 0 } waiting)
        {
            var pause = TimeSpan.FromMinutes(Math.Pow(2, waiting.Min(row => row.Attempts) - 1));
            context.WaitUntil = context.Now + (pause < _longestPause ? pause : _longestPause);
        }
        else if (rows.Where(row => row.State == MailState.Failed).ToList() is { Count: > 0 } failed)
        {
            context.GiveUpReason = string.Join('；', failed.Select(row => $"给{row.RecipientName}（{row.Address}）的邮件没有送出：{row.Error}"));
        }
    }

    private async Task<Outcome> SendAsync(MimeMessage message, string path, CancellationToken cancellationToken)
    {
        if (options.Value.Mode == MailMode.Pickup)
        {
            return new Outcome(path, Error: null, IsFinal: false);
        }

        try
        {
            await smtp.SendAsync(message, cancellationToken);
            return new Outcome(path, Error: null, IsFinal: false);
        }
        catch (SmtpCommandException refused)
        {
            return new Outcome(path, $"邮件服务器答复 {(int)refused.StatusCode}：{refused.Message}", IsFinal: (int)refused.StatusCode >= 500);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Not thrown on: the mails before this one have left, and that must go on record.
            return new Outcome(path, $"邮件服务器没有连上：{fault.Message}", IsFinal: false, IsAway: true);
        }
    }

    private sealed record Outcome(string Path, string? Error, bool IsFinal, bool IsAway = false);
}
