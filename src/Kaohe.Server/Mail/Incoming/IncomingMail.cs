using System.Security.Cryptography;
using System.Text;
using Kaohe.Office.Attachments;
using Kaohe.Server.Mail.Links;
using MimeKit;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>A mail as it was read, with what it takes to decide about it.</summary>
/// <param name="Id">SHA-256 of the Message-ID, or of the bytes when there is none: the same mail twice is one.</param>
/// <param name="Message">The message.</param>
/// <param name="From">Address of the sender; empty when it names none, or several.</param>
/// <param name="FromName">Name of the sender.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">What the sender wrote, without quotes and signature.</param>
/// <param name="Tokens">Tokens in the addresses that it was sent to.</param>
public sealed record IncomingMail(string Id, MimeMessage Message, string From, string FromName, string Subject, string Text, IReadOnlyList<string> Tokens)
{
    private const int LongestText = 20_000;
    private const int LongestLine = 300;
    private static readonly HeaderId[] _recipients = [HeaderId.To, HeaderId.Cc, HeaderId.ResentTo];

    /// <summary>Message-IDs of the mails that it answers, the nearest first.</summary>
    public IReadOnlyList<string> Answers => [.. new[] { Message.InReplyTo }.Concat(Message.References.Reverse()).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a mail.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="replyAddress">Address that replies go to.</param>
    public static IncomingMail Parse(byte[] raw, string replyAddress)
    {
        using var stream = new MemoryStream(raw, writable: false);
        var message = MimeMessage.Load(stream);
        var senders = message.From.Mailboxes.ToList();
        var (address, name) = senders.Count == 1 ? (senders[0].Address, senders[0].Name) : (string.Empty, null);
        return new IncomingMail(
            Convert.ToHexStringLower(SHA256.HashData(message.MessageId is { Length: > 0 } id ? Encoding.UTF8.GetBytes(id) : raw)),
            message,
            address,
            Clip(string.IsNullOrEmpty(name) ? address : name, LongestLine),
            Clip(message.Subject is { Length: > 0 } subject ? subject : "（无主题）", LongestLine),
            Clip(TextOf(message), LongestText),
            [.. TokensOf(message, replyAddress).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The attachments. What is not a file of its own (calendars, forwarded mails) keeps its name and is refused by the rule for attachments.</summary>
    public IReadOnlyList<MailFile> Files() => [.. Message.Attachments.OfType<MimePart>().Select(File)];

    private static MailFile File(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        var bytes = content.GetBuffer().AsMemory(0, (int)Math.Min(content.Length, AttachmentRule.MaximumBytes + 1L));
        return new MailFile(part.FileName ?? "附件", bytes);
    }

    private static string TextOf(MimeMessage message) => PersonalMail.WithoutTokens(ReplyText.Cut(
        message.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain : message.HtmlBody is { } html ? HtmlText.Of(html) : ""));

    private static IEnumerable<string> TokensOf(MimeMessage message, string replyAddress) => message.Headers
        .Where(header => _recipients.Contains(header.Id) || header.Field.Equals("Delivered-To", StringComparison.OrdinalIgnoreCase) || header.Field.Equals("X-Original-To", StringComparison.OrdinalIgnoreCase))
        .SelectMany(header => InternetAddressList.TryParse(header.Value, out var list) ? list.Mailboxes : [])
        .Select(mailbox => ReplyAddress.TokenOf(replyAddress, mailbox.Address))
        .OfType<string>();

    private static string Clip(string text, int most) => text.Length > most ? text[..most] : text;
}
