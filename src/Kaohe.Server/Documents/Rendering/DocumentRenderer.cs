using Kaohe.Documents;
using Kaohe.Documents.Converting;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Templates;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Shell.Http;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>Makes the files of a document: merges the Word template, converts to PDF where the fonts are there, signs the PDF when asked, writes both to the folder.</summary>
/// <param name="templates">Templates.</param>
/// <param name="pdf">Makes PDF files.</param>
/// <param name="signer">The site key.</param>
/// <param name="files">Where the files go.</param>
/// <param name="options">The issuer.</param>
public sealed class DocumentRenderer(WordTemplates templates, PdfMaker pdf, SiteSigner signer, DocumentFiles files, IOptions<DocumentOptions> options)
{
    /// <summary>Merges a template and stores the files.</summary>
    /// <param name="template">Name of the template.</param>
    /// <param name="title">Title; also the file name.</param>
    /// <param name="fields">Values by field name.</param>
    /// <param name="at">The moment written into the files.</param>
    /// <param name="signature">Reason of the site's signature, e.g. 签发; null for an unsigned file.</param>
    /// <param name="isShown">Whether somebody will read this version; without it no PDF is made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RenderedDocument> MergeAsync(
        string template, string title, IReadOnlyDictionary<string, object?> fields, DateTimeOffset at, string? signature = null, bool isShown = true, CancellationToken cancellationToken = default)
    {
        var merged = WordTemplate.Merge(await templates.ReadAsync(template, cancellationToken), MergeData.From(fields));
        var missing = merged.Missing.Concat(merged.Unknown).Select(name => new FieldProblem($"fields.{name}", $"缺少“{Label(template, name)}”，请补填。", DocumentFields.Missing));
        return await StoreAsync(merged.Bytes, title, missing, at, signature, isShown, cancellationToken);
    }

    /// <summary>Takes a Word document that a person made, and stores it with its PDF.</summary>
    /// <param name="word">The file as uploaded.</param>
    /// <param name="template">Name of the template it was made from; says which fields may still stand in it.</param>
    /// <param name="title">Title; also the file name.</param>
    /// <param name="at">The moment written into the files.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DocumentRefusedException">The file is broken, dangerous or too large, or has fields that nobody can fill in; everything at once.</exception>
    public Task<RenderedDocument> TakeAsync(Stream word, string template, string title, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var bytes = DocxGuard.Read(word);
        Refuse(bytes, template);
        return StoreAsync(bytes, title, [], at, signature: null, isShown: true, cancellationToken);
    }

    // What the PDF cannot show holds up the version and is told there; what must not be in a file at all never becomes one.
    private static void Refuse(byte[] word, string template)
    {
        using var copy = new MemoryStream(word, writable: false);
        List<DocumentProblem> refused = [.. TemplateCheck.Check(copy, TemplateCatalogue.Find(template)).Where(problem => problem.IsBlocking && problem.Code != ProblemCodes.Unsupported)];
        if (refused.Count > 0)
        {
            throw new DocumentRefusedException(refused);
        }
    }

    /// <summary>Makes the final files of a document that a person wrote: fields that are still typed in it (number, seal, QR) are filled.</summary>
    public async Task<RenderedDocument> FinishAsync(
        byte[] word, string title, IReadOnlyDictionary<string, object?> fields, DateTimeOffset at, string signature, CancellationToken cancellationToken = default)
    {
        var merged = WordTemplate.Merge(word, MergeData.From(fields));
        return await StoreAsync(merged.Bytes, title, [], at, signature, isShown: true, cancellationToken);
    }

    private async Task<RenderedDocument> StoreAsync(
        byte[] word, string title, IEnumerable<FieldProblem> problems, DateTimeOffset at, string? signature, bool isShown, CancellationToken cancellationToken)
    {
        var name = FileName(title);
        var text = WordText.Of(word);
        var all = problems.ToList();
        StoredFile? made = null;
        var pages = 0;

        // A version that nobody reads is still converted when a character has no face: whoever has to mend it must see it.
        if ((isShown || pdf.LacksFaceFor(text)) && await pdf.MakeAsync(word, new PdfDetails(title, options.Value.Issuer, at), cancellationToken) is { } converted)
        {
            all.AddRange(converted.Problems.Where(problem => problem.IsBlocking).Select(problem => new FieldProblem("file", problem.ToString(), problem.Code)));
            var bytes = signature is null ? converted.Bytes : await signer.SignAsync(converted.Bytes, signature, at, cancellationToken);
            made = await files.PutAsync(bytes, name + ".pdf", DocumentFiles.Pdf, cancellationToken);
            pages = converted.Pages;
        }

        var stored = await files.PutAsync(word, name + ".docx", DocumentFiles.Word, cancellationToken);
        return new RenderedDocument(stored, made, pages, text, all);
    }

    private static string Label(string template, string field)
    {
        var list = field.Split('.')[0];
        return TemplateCatalogue.Find(template)?.Fields.FirstOrDefault(one => one.Name == list) is { About.Length: > 0 } known ? $"{field}（{known.About}）" : field;
    }

    private static string FileName(string title) => string.Concat(title.Select(letter => letter is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(letter) ? '_' : letter));
}
