using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Sends one message and says what became of it, in words that the office understands.</summary>
/// <param name="smtp">The mail server.</param>
/// <param name="throttle">Turns of domains.</param>
internal sealed class SmtpDelivery(SmtpSender smtp, DomainThrottle throttle)
{
    private const int ForGood = 500;

    /// <summary>Sends it; the outcome's keys and path are those of <paramref name="planned"/>.</summary>
    public async Task<MailOutcome> SendAsync(MimeMessage message, MailOutcome planned, CancellationToken cancellationToken)
    {
        if (throttle.Take(message.To.Mailboxes.First().Address) is { } later)
        {
            return planned with { Error = "同一邮箱域名每分钟发送数量已达上限，稍后继续。", Deferred = later };
        }

        try
        {
            await smtp.SendAsync(message, cancellationToken);
            return planned;
        }
        catch (SmtpCommandException refused)
        {
            return planned with { Error = $"邮件服务器答复 {(int)refused.StatusCode}：{refused.Message}", IsFinal = (int)refused.StatusCode >= ForGood };
        }
        catch (AuthenticationException)
        {
            return planned with { Error = "邮件服务器不接受登录名或口令，请管理员检查 Mail:Smtp 设置。", IsAway = true };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Not thrown on: the mails before this one have left, and that must go on record.
            return planned with { Error = $"邮件服务器没有连上：{fault.Message}", IsAway = true };
        }
    }
}
