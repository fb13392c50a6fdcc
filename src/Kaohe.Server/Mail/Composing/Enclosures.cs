using System.Text;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Reading;
using MimeKit;

namespace Kaohe.Server.Mail.Composing;

/// <summary>
/// The documents that mails of one effect enclose. Each is read and encoded once however many people get it; whether a person may have it is decided for
/// each. For one effect at a time: not safe for several threads.
/// </summary>
/// <param name="documents">Documents and their access.</param>
/// <param name="files">Bytes.</param>
/// <param name="directory">All people.</param>
public sealed class Enclosures(DocumentReader documents, DocumentFiles files, OfficeDirectory directory)
{
    private readonly Dictionary<string, OfficialDocument?> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);

    /// <summary>The parts for a mail: of its documents those that its person may read.</summary>
    public async Task<IReadOnlyList<MimePart>> ForAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        if (letter.PersonId is not { } id || directory.Find(id) is not { } person)
        {
            return [];
        }

        List<MimePart> parts = [];
        foreach (var document in letter.DocumentIds)
        {
            if (await FindAsync(document, cancellationToken) is { } found && DocumentAccess.Of(found, Actor.Of(person)).Allows(DocumentRights.Read))
            {
                parts.Add(await PartAsync(found.FinalFile ?? found.Current.File, cancellationToken));
            }
        }

        return parts;
    }

    private async Task<OfficialDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!_documents.TryGetValue(id, out var known))
        {
            _documents[id] = known = (await documents.FindAsync(id, Actor.System, cancellationToken))?.Document;
        }

        return known;
    }

    private async Task<MimePart> PartAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        if (!_encoded.TryGetValue(file.Sha256, out var encoded))
        {
            var bytes = await files.ReadAsync(file.Sha256, cancellationToken);
            _encoded[file.Sha256] = encoded = Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks) + "\r\n");
        }

        return new MimePart(ContentType.Parse(file.ContentType))
        {
            Content = new MimeContent(new MemoryStream(encoded, writable: false), ContentEncoding.Base64),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            FileName = file.Name,
        };
    }
}
