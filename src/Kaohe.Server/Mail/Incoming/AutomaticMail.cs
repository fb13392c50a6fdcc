using MimeKit;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>Tells mails that no person wrote: absence notes, receipts, lists, and mails of our own that came back (RFC 3834).</summary>
public static class AutomaticMail
{
    private static readonly string[] _precedences = ["auto_reply", "bulk", "junk", "list"];
    private static readonly string[] _subjects = ["自动回复", "自动答复", "自動回覆", "Automatic reply", "Auto reply", "Out of office", "已读:", "已读：", "Read:"];
    private static readonly string[] _answering = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Mail-Autoreply"];

    /// <summary>Why nobody wrote this mail; null when somebody did.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="ours">Addresses that our own mails come from.</param>
    public static string? ReasonOf(MimeMessage message, IReadOnlyCollection<string> ours)
    {
        if (message.From.Mailboxes.Any(from => ours.Contains(from.Address, StringComparer.OrdinalIgnoreCase)))
        {
            return "本系统自己发出的邮件，不处理。";
        }

        if (message.Body is MultipartReport { ReportType: "disposition-notification" })
        {
            return "已读回执，不处理。";
        }

        if (message.Headers["Auto-Submitted"] is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        {
            return "自动发出的邮件，不处理。";
        }

        return IsAutomatic(message) ? "自动回复或群发邮件，不处理。" : null;
    }

    private static bool IsAutomatic(MimeMessage message) =>
        _precedences.Contains(message.Headers["Precedence"]?.Trim(), StringComparer.OrdinalIgnoreCase)
        || Array.Exists(_answering, message.Headers.Contains)
        || message.Headers.Contains(HeaderId.ListId)
        || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
        || Array.Exists(_subjects, start => (message.Subject ?? "").TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
