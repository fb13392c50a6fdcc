using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Signing;

/// <summary>
/// Adds signatures to a PDF, each as an addition behind the file as it stands, so that every earlier signature stays valid, and reads them back.
/// </summary>
public static partial class PdfSignatures
{
    private const int RangeDigits = 10;

    /// <summary>Signs the whole file as it is now (PAdES, ETSI.CAdES.detached, invisible field).</summary>
    /// <exception cref="DocumentRefusedException">The file's inner structure does not allow additions.</exception>
    public static async Task<byte[]> SignAsync(byte[] pdf, IPdfSigner signer, SignatureDetails details, CancellationToken cancellationToken)
    {
        var (file, signatureAt) = Append(pdf, signer, details);
        var rangeAt = IndexOf(file, "/ByteRange ["u8, signatureAt) + 11;
        var from = IndexOf(file, "/Contents <"u8, signatureAt) + 10;
        var to = from + (signer.SignatureSize * 2) + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {from,-RangeDigits} {to,-RangeDigits} {file.Length - to,-RangeDigits}]");
        Encoding.ASCII.GetBytes(range, file.AsSpan(rangeAt));
        var cms = await signer.SignAsync((byte[])[.. file.AsSpan(0, from), .. file.AsSpan(to)], cancellationToken);
        if (cms.Length > signer.SignatureSize)
        {
            throw new InvalidOperationException($"The signature has {cms.Length} bytes, room was kept for {signer.SignatureSize}.");
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), file.AsSpan(from + 1));
        return file;
    }

    private static (byte[] File, int SignatureAt) Append(byte[] pdf, IPdfSigner signer, SignatureDetails details)
    {
        var revision = PdfRevision.Read(pdf);
        var (field, signature, look, page) = (revision.Size, revision.Size + 1, revision.Size + 2, revision.FirstPage());
        var update = new PdfUpdate(pdf);
        var catalog = revision.Object(revision.Catalog);
        var fields = FieldsPattern().Match(catalog);
        update.Object(revision.Catalog, fields.Success
            ? catalog.Insert(fields.Index + fields.Length, $"{field} 0 R ")
            : Added(catalog, $"/AcroForm << /Fields [{field} 0 R ] /SigFlags 3 >>"));
        var body = revision.Object(page);
        var annotations = AnnotationsPattern().Match(body);
        update.Object(page, annotations.Success ? body.Insert(annotations.Index + annotations.Length, $"{field} 0 R ") : Added(body, $"/Annots [{field} 0 R ]"));
        update.Object(field, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature{field}) /F 132 /Rect [0 0 0 0] /AP << /N {look} 0 R >> /P {page} 0 R /V {signature} 0 R >>");
        // Nothing is drawn; an archive file says so outright (ISO 19005).
        update.Object(look, "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Length 0 >>\nstream\n\nendstream");
        var blank = new string('*', RangeDigits);
        var at = update.Object(signature, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M {PdfSyntax.Date(details.At)} /Name {PdfSyntax.Text(signer.Name)} /Reason {PdfSyntax.Text(details.Reason)} /ByteRange [0 {blank} {blank} {blank}] /Contents <{new string('0', signer.SignatureSize * 2)}> >>");
        var kept = string.Join(' ', TrailerPattern().Matches(revision.Trailer).Select(match => match.Value));
        return (update.Finish($"<< /Size {look + 1} /Root {revision.Catalog} 0 R {kept} /Prev {revision.Start} >>"), at);
    }

    private static string Added(string dictionary, string entry) => dictionary.Insert(dictionary.LastIndexOf(">>", StringComparison.Ordinal), entry + " ");

    private static int IndexOf(byte[] file, ReadOnlySpan<byte> text, int from) => file.AsSpan(from).IndexOf(text) + from;

    [GeneratedRegex(@"/AcroForm\s*<<\s*/Fields\s*\[", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FieldsPattern();

    [GeneratedRegex(@"/Annots\s*\[", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AnnotationsPattern();

    [GeneratedRegex(@"/Info\s+\d+\s+0\s+R|/ID\s*\[[^\]]*\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TrailerPattern();
}
