using System.Text.RegularExpressions;
using Kaohe.Server.Documents;
using Kaohe.Storage.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Mail.Links;

/// <summary>Gives a mail about a task its personal link, and the address that a reply to it goes to.</summary>
/// <param name="tokens">Makes the tokens.</param>
/// <param name="site">For links.</param>
/// <param name="options">The mailbox that replies go to.</param>
public sealed partial class PersonalMail(MailTokens tokens, PublicAddress site, IOptions<MailOptions> options)
{
    /// <summary>The page that a link in a mail opens.</summary>
    public const string Page = "/m";

    /// <summary>Name of the token in its address. In the query, because that is what logs and traces leave out.</summary>
    public const string Query = "k";

    /// <summary>A text without the tokens of personal links, for everybody but the person: who reads the log of mails, or a reply that quotes one.</summary>
    /// <param name="text">Text or HTML.</param>
    public static string WithoutTokens(string text) => PersonalLink().Replace(text, "/tasks");

    /// <summary>Makes a message its person's own: the addresses of tasks become personal links, and a reply to a single task's mail finds its way back.</summary>
    /// <param name="message">The message, made from its template and not yet signed.</param>
    /// <param name="mails">The mails that it tells.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ApplyAsync(MimeMessage message, IReadOnlyList<MailRow> mails, CancellationToken cancellationToken)
    {
        var links = await tokens.IssueAsync(mails, cancellationToken);
        if (links.Count > 0)
        {
            Personalize(message, Addresses(mails.Where(mail => links.ContainsKey(mail.Key)), links));
        }

        // Of a message that tells of several tasks, no reply would say which of them it is about.
        if (options.Value.Imap.Host.Length > 0 && links.Values.Select(link => link.TaskId).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            message.ReplyTo.Add(new MailboxAddress(options.Value.FromName, ReplyAddress.Of(options.Value.ReplyAddress, links.Values.First().Reply)));
        }
    }

    // Of two mails about the same task the first one's link is taken.
    private Dictionary<string, string> Addresses(IEnumerable<MailRow> mails, IReadOnlyDictionary<string, MailLinks> links)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mail in mails)
        {
            var own = site.Of($"{Page}?{Query}={links[mail.Key].Open}");
            addresses.TryAdd(site.Of($"/tasks/{links[mail.Key].TaskId}"), own);
            if (mail.DocumentId is { } document)
            {
                addresses.TryAdd(site.Of($"/sign/{document}"), own);
            }
        }

        return addresses;
    }

    // The text of a part is decoded and encoded anew each time it is asked for, so it is once.
    private static void Personalize(MimeMessage message, Dictionary<string, string> addresses)
    {
        foreach (var part in message.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment))
        {
            part.Text = addresses.Aggregate(part.Text, (text, address) => text.Replace(address.Key, address.Value, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"/m\?k=[0-9a-f]{32}", RegexOptions.IgnoreCase, 500)]
    private static partial Regex PersonalLink();
}

/// <summary>Addresses like <c>kaohe+TOKEN@city.example</c>.</summary>
public static class ReplyAddress
{
    /// <summary>The address with a token in it.</summary>
    public static string Of(string address, string token) => address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[..at]}+{token}{address[at..]}" : address;

    /// <summary>The token in an address of ours; null when it is not ours or holds none.</summary>
    public static string? TokenOf(string ours, string address)
    {
        var (at, end) = (ours.IndexOf('@', StringComparison.Ordinal), address.LastIndexOf('@'));
        return at > 0 && end > at + 1 && address.StartsWith(ours[..at] + "+", StringComparison.OrdinalIgnoreCase) && address[end..].Equals(ours[at..], StringComparison.OrdinalIgnoreCase)
            ? address[(at + 1)..end]
            : null;
    }
}
