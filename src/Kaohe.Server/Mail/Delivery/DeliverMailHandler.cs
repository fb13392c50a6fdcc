using Kaohe.Server.Mail.Composing;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Outbox;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Delivers one mail: writes its .eml and, with a mail server, gives it to the server. 4xx is tried again later, 5xx ends as a dead letter.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="composer">Makes the message.</param>
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
        var key = effect.Payload<DeliverMail>().Key;
        if (await db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Key == key, cancellationToken) is not { State: not MailState.Sent } row)
        {
            return null;
        }

        using var message = await composer.ComposeAsync(row, cancellationToken);
        var path = await folder.WriteAsync(message, row.Key, row.CreatedAt, cancellationToken);
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
    }

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var key = context.Effect.Payload<DeliverMail>().Key;
        if (context.Prepared is not Outcome outcome || await context.Db.Mails.FindAsync([key], cancellationToken) is not { } row)
        {
            return;
        }

        row.EmlPath = outcome.Path;
        row.Error = outcome.Error;
        row.Attempts++;
        if (outcome.Error is null)
        {
            (row.State, row.SentAt) = (MailState.Sent, context.Now);
        }
        else if (outcome.IsFinal || row.Attempts >= MostAttempts)
        {
            row.State = MailState.Failed;
            context.GiveUpReason = $"给{row.RecipientName}（{row.Address}）的邮件没有送出：{outcome.Error}";
        }
        else
        {
            var pause = TimeSpan.FromMinutes(Math.Pow(2, row.Attempts - 1));
            context.WaitUntil = context.Now + (pause < _longestPause ? pause : _longestPause);
        }
    }

    private sealed record Outcome(string Path, string? Error, bool IsFinal);
}
