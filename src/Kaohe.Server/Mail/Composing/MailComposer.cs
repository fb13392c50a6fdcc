using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kaohe.Office;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Mail.Links;
using Kaohe.Storage.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Mail.Composing;

/// <summary>Makes the message of mails that leave together: text, HTML, the documents that their person may read. The first mail's key is its Message-ID.</summary>
/// <param name="bodies">Words.</param>
/// <param name="documents">Documents and their access.</param>
/// <param name="files">Encoded bytes.</param>
/// <param name="people">All people.</param>
/// <param name="personal">Gives each mail its person's own link.</param>
/// <param name="signer">Signs.</param>
/// <param name="options">The sender.</param>
public sealed class MailComposer(
    MailBodies bodies, DocumentReader documents, EncodedFiles files, IOfficePeople people, PersonalMail personal, MailSigner signer, IOptions<MailOptions> options)
{
    /// <summary>The part of every Message-ID of ours after the @.</summary>
    public const string IdDomain = "kaohe";

    /// <summary>What the mails of one effect enclose.</summary>
    public async Task<Enclosures> EncloseAsync(CancellationToken cancellationToken) => new(documents, files, await people.DirectoryAsync(cancellationToken));

    /// <summary>The message.</summary>
    /// <param name="rows">The mails, all to one person; at least one.</param>
    /// <param name="enclosures">What is enclosed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MimeMessage> ComposeAsync(IReadOnlyList<MailRow> rows, Enclosures enclosures, CancellationToken cancellationToken)
    {
        var letter = MailDigest.Of([.. rows.Select(row => JsonSerializer.Deserialize<MailLetter>(row.Payload, OfficeJson.Options)!)]);
        var (text, html) = bodies.Write(letter);
        var body = new BodyBuilder { TextBody = text, HtmlBody = html };
        foreach (var part in await enclosures.ForAsync(letter.PersonId, letter.DocumentIds, cancellationToken))
        {
            body.Attachments.Add(part);
        }

        var first = rows[0];
        var message = new MimeMessage { Subject = letter.Subject, Date = OfficeTime.Local(first.CreatedAt), MessageId = MessageIdOf(first.Key), Body = body.ToMessageBody() };
        message.From.Add(new MailboxAddress(options.Value.FromName, options.Value.From));
        message.To.Add(new MailboxAddress(first.RecipientName, first.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        await personal.ApplyAsync(message, rows, cancellationToken);
        signer.Sign(message);
        return message;
    }

    /// <summary>The Message-ID of a mail: the same at every attempt, so that a reader that gets it twice sees one.</summary>
    public static string MessageIdOf(string key) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..40]}@{IdDomain}";
}
