using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Identity.People;
using Kaohe.Storage.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Mail.Composing;

/// <summary>Makes the message of a mail: text, HTML, the documents that its person may read. The key is its Message-ID.</summary>
/// <param name="bodies">Words.</param>
/// <param name="documents">Documents and their access.</param>
/// <param name="files">Bytes.</param>
/// <param name="people">All people.</param>
/// <param name="options">The sender.</param>
public sealed class MailComposer(MailBodies bodies, DocumentReader documents, DocumentFiles files, IOfficePeople people, IOptions<MailOptions> options)
{
    /// <summary>The message.</summary>
    public async Task<MimeMessage> ComposeAsync(MailRow row, CancellationToken cancellationToken)
    {
        var letter = JsonSerializer.Deserialize<MailLetter>(row.Payload, OfficeJson.Options)!;
        var (text, html) = bodies.Write(letter);
        var body = new BodyBuilder { TextBody = text, HtmlBody = html };
        foreach (var file in await AttachmentsAsync(letter, cancellationToken))
        {
            await body.Attachments.AddAsync(file.Name, new MemoryStream(await files.ReadAsync(file.Sha256, cancellationToken)), ContentType.Parse(file.ContentType), cancellationToken);
        }

        var message = new MimeMessage { Subject = row.Subject, Date = OfficeTime.Local(row.CreatedAt), MessageId = MessageIdOf(row.Key), Body = body.ToMessageBody() };
        message.From.Add(new MailboxAddress(options.Value.FromName, options.Value.From));
        message.To.Add(new MailboxAddress(row.RecipientName, row.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>The Message-ID of a mail: the same at every attempt, so that a reader that gets it twice sees one.</summary>
    public static string MessageIdOf(string key) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..40]}@kaohe";

    private async Task<IReadOnlyList<DocumentFile>> AttachmentsAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        if (letter.PersonId is not { } id || (await people.DirectoryAsync(cancellationToken)).Find(id) is not { } person)
        {
            return [];
        }

        List<DocumentFile> attached = [];
        foreach (var document in letter.DocumentIds)
        {
            if (await documents.FindAsync(document, Actor.Of(person), cancellationToken) is { } view && view.Access.Allows(DocumentRights.Read))
            {
                attached.Add(view.Document.FinalFile ?? view.Document.Current.File);
            }
        }

        return attached;
    }
}
