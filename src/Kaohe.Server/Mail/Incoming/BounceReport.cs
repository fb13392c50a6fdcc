using System.Text.RegularExpressions;
using Kaohe.Server.Mail.Composing;
using MimeKit;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>What a delivery status notification (RFC 3464) says about a mail of ours.</summary>
/// <param name="MessageId">Message-ID of the mail that came back; null when the report does not tell.</param>
/// <param name="Recipient">Address that it did not reach; empty when the report does not tell.</param>
/// <param name="Reason">Why, in the words of the reporting server.</param>
/// <param name="IsFinal">False for a report of delay: the mail may still arrive.</param>
public sealed partial record BounceReport(string? MessageId, string Recipient, string Reason, bool IsFinal)
{
    private const int LongestReason = 300;

    /// <summary>Reads a mail as a report.</summary>
    /// <returns>Null when it is none.</returns>
    public static BounceReport? Of(MimeMessage message)
    {
        if (message.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status)
        {
            var failed = status.StatusGroups.FirstOrDefault(group => "failed".Equals(group["Action"]?.Trim(), StringComparison.OrdinalIgnoreCase));
            return new BounceReport(OriginalOf(message), After(failed?["Final-Recipient"]), ReasonOf(failed, message), failed is not null);
        }

        // Some servers write their reports as prose. It counts only when it names a mail of ours.
        return IsFromServer(message) && OriginalOf(message) is { } original ? new BounceReport(original, "", Clip(message.Subject), IsFinal: true) : null;
    }

    private static bool IsFromServer(MimeMessage message) =>
        message.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
        || message.From.Mailboxes.Any(from => from.LocalPart.Equals("mailer-daemon", StringComparison.OrdinalIgnoreCase) || from.LocalPart.Equals("postmaster", StringComparison.OrdinalIgnoreCase));

    private static string? OriginalOf(MimeMessage message)
    {
        var enclosed = message.BodyParts.OfType<MessagePart>().Select(part => part.Message?.MessageId).FirstOrDefault(id => id is not null);
        return enclosed ?? message.References.LastOrDefault(IsOurs) ?? (OurId().Match(message.TextBody ?? "") is { Success: true } match ? match.Value : null);
    }

    private static bool IsOurs(string id) => id.EndsWith("@" + MailComposer.IdDomain, StringComparison.Ordinal);

    private static string ReasonOf(HeaderList? failed, MimeMessage message) =>
        Clip(string.Join(' ', new[] { failed?["Status"], After(failed?["Diagnostic-Code"]), FirstProse(message) }.Where(part => !string.IsNullOrWhiteSpace(part)).Take(2)));

    // The one line that names the address usually says why.
    private static string? FirstProse(MimeMessage message) => message.TextBody?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains('@', StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal));

    private static string After(string? field) => field is null ? "" : field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();

    private static string Clip(string? text) => text is null ? "" : text.Length > LongestReason ? text[..LongestReason] : text;

    [GeneratedRegex(@"\b[0-9a-f]{40}@kaohe\b", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex OurId();
}
