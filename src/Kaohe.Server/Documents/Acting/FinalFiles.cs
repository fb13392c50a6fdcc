using Kaohe.Office.Documents;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Acting;

/// <summary>Makes the files that go out: with number, date and seal, the PDF signed with the site key.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="fields">Values.</param>
/// <param name="renderer">Renders.</param>
/// <param name="files">Bytes.</param>
public sealed class FinalFiles(IDbContextFactory<KaoheDb> databases, DocumentFields fields, DocumentRenderer renderer, DocumentFiles files)
{
    private const string Reason = "签发";

    /// <summary>Renders the final files. A version that a person wrote in Word is taken as it is.</summary>
    public async Task<RenderedDocument> MakeAsync(DocumentRow row, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var document = DocumentStore.Read(row);
        var moment = document.Signature?.At ?? at;
        if (document.Current.Note != DocumentActs.UploadNote)
        {
            return await renderer.MergeAsync(row.Kind, document.Title, fields.Final(row, document, at), moment, Reason, cancellationToken: cancellationToken);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var version = await db.DocumentRenditions.AsNoTracking().SingleAsync(one => one.DocumentId == row.Id && one.VersionNumber == document.Current.Number, cancellationToken);
        return await renderer.FinishAsync(await files.ReadAsync(version.WordSha256, cancellationToken), document.Title, fields.Final(row, document, at), moment, Reason, cancellationToken);
    }
}
