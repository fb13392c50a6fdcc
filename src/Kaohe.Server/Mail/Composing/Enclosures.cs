using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Reading;
using MimeKit;

namespace Kaohe.Server.Mail.Composing;

/// <summary>
/// The documents that mails of one effect enclose. Each is looked up once however many people get it; whether a person may have it is decided for
/// each. For one effect at a time: not safe for several threads.
/// </summary>
/// <param name="documents">Documents and their access.</param>
/// <param name="files">Encoded bytes.</param>
/// <param name="directory">All people.</param>
public sealed class Enclosures(DocumentReader documents, EncodedFiles files, OfficeDirectory directory)
{
    private const long MostEnclosed = 15 * 1024 * 1024;
    private readonly Dictionary<string, OfficialDocument?> _documents = new(StringComparer.Ordinal);

    /// <summary>The parts for a message: of its documents those that its person may read, each once, as long as mail servers take that much.</summary>
    /// <param name="personId">The person; null for an address outside of the directory.</param>
    /// <param name="documentIds">The documents.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<MimePart>> ForAsync(string? personId, IEnumerable<string> documentIds, CancellationToken cancellationToken)
    {
        if (personId is null || directory.Find(personId) is not { } person)
        {
            return [];
        }

        List<MimePart> parts = [];
        HashSet<string> enclosed = new(StringComparer.Ordinal);
        var size = 0L;
        foreach (var id in documentIds.Distinct(StringComparer.Ordinal))
        {
            if (await FindAsync(id, cancellationToken) is { } found
                && DocumentAccess.Of(found, Actor.Of(person)).Allows(DocumentRights.Read)
                && (found.FinalFile ?? found.Current.File) is var file && enclosed.Add(file.Sha256))
            {
                var encoded = await files.ReadAsync(file.Sha256, cancellationToken);
                size += encoded.Length;
                if (parts.Count == 0 || size <= MostEnclosed)
                {
                    parts.Add(new EncodedPart(file.ContentType, file.Name, encoded));
                }
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
}
