using Kaohe.Office.Documents;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Server.Signatures;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Acting;

/// <summary>Makes the files that go out: with number, date and seal, the PDF signed with the site key.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="fields">Values.</param>
/// <param name="renderer">Renders.</param>
/// <param name="files">Bytes.</param>
/// <param name="signatures">Pictures of signatures; each gets onto a paper that its person has signed, and onto no other.</param>
public sealed class FinalFiles(IDbContextFactory<KaoheDb> databases, DocumentFields fields, DocumentRenderer renderer, DocumentFiles files, SignaturePictures signatures)
{
    private const string Countersigning = "签订";
    private const string SignerPicture = "下达方签名";
    private const string UnitPicture = "责任单位签名";

    /// <summary>Renders the final files. A version that a person wrote in Word is taken as it is.</summary>
    public async Task<RenderedDocument> MakeAsync(DocumentRow row, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var document = DocumentStore.Read(row);
        var moment = document.Signature?.At ?? at;
        if (document.Current.Note != DocumentActs.UploadNote)
        {
            return await renderer.MergeAsync(row.Kind, document.Title, await ValuesAsync(row, document, at, cancellationToken), moment, ReasonOf(document), cancellationToken: cancellationToken);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var version = await db.DocumentRenditions.AsNoTracking().SingleAsync(one => one.DocumentId == row.Id && one.VersionNumber == document.Current.Number, cancellationToken);
        return await renderer.FinishAsync(await files.ReadAsync(version.WordSha256, cancellationToken), document.Title, await ValuesAsync(row, document, at, cancellationToken), moment, ReasonOf(document), cancellationToken);
    }

    /// <summary>The files with what the recipient's head has added by signing, and a picture of the signature where there is one; null when the paper was written by hand.</summary>
    /// <param name="row">The issued document.</param>
    /// <param name="personId">Who signed for the unit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RenderedDocument?> CountersignedAsync(DocumentRow row, string personId, CancellationToken cancellationToken = default)
    {
        var document = DocumentStore.Read(row);
        if (document.Current.Note == DocumentActs.UploadNote)
        {
            return null;
        }

        // The moment of the paper that went out, so that nothing but what was signed differs.
        var values = await ValuesAsync(row, document, row.IssuedAt!.Value, cancellationToken);
        values[UnitPicture] = await signatures.FindAsync(personId, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await SignedStatement.AddAsync(db, row, values, cancellationToken);
        return await renderer.MergeAsync(row.Kind, document.Title, values, document.Signature?.At ?? row.IssuedAt!.Value, Countersigning, cancellationToken: cancellationToken);
    }

    // The electronic signature is the office's; who decided stands in it, and in whose place.
    private static string ReasonOf(OfficialDocument document) => document.Signature switch
    {
        null => "印发",
        { Principal: { } principal } signature => $"签发：{signature.By.Name}（代{principal.Name}）",
        var signature => $"签发：{signature.By.Name}",
    };

    private async Task<Dictionary<string, object?>> ValuesAsync(DocumentRow row, OfficialDocument document, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object?>(fields.Final(row, document, at), StringComparer.Ordinal);
        if (document.Signature is { By: { } signer })
        {
            values[SignerPicture] = await signatures.FindAsync(signer.Id, cancellationToken);
        }

        return values;
    }
}
