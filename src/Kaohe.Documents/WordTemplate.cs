using System.IO.Packaging;
using DocumentFormat.OpenXml.Packaging;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Packages;

namespace Kaohe.Documents;

/// <summary>
/// Fills a Word template. Fields are typed as <c>{{字段}}</c> (or <c>{{字段:格式}}</c>) anywhere in body, headers and footers, or are content controls by tag;
/// <c>{{明细.得分}}</c> repeats its table row, <c>{{?条件}}…{{/条件}}</c> keeps or drops what stands between, <c>{{图:印章|42}}</c> places a picture.
/// Everything else in the file, footnotes included, stays as it is.
/// </summary>
public static class WordTemplate
{
    /// <summary>Merges from a dictionary; values as <see cref="MergeData"/> describes.</summary>
    /// <exception cref="DocumentRefusedException">The template cannot be read, or a block is not closed.</exception>
    public static MergeResult Merge(Stream template, IReadOnlyDictionary<string, object?> data, DocxLimits? limits = null) =>
        Merge(DocxGuard.Read(template, limits), MergeData.From(data));

    /// <summary>Merges into a template read and checked before (<see cref="DocxGuard.Read"/>): the fast way when one template serves many letters.</summary>
    /// <exception cref="DocumentRefusedException">The template cannot be read, or a block is not closed.</exception>
    public static MergeResult Merge(byte[] template, MergeData data)
    {
        var notes = new MergeNotes();
        using var stream = new MemoryStream(template.Length * 2);
        stream.Write(template);
        using (var document = WordPackage.Open(stream, isEditable: true))
        {
            // New parts are pictures, which are compressed already.
            document.CompressionOption = CompressionOption.NotCompressed;
            var main = document.MainDocumentPart!;
            new PartMerger(main, data, notes).Merge(main.Document!.Body!);
            foreach (var header in main.HeaderParts.Where(HasFields))
            {
                new PartMerger(header, data, notes).Merge(header.Header!);
            }

            foreach (var footer in main.FooterParts.Where(HasFields))
            {
                new PartMerger(footer, data, notes).Merge(footer.Footer!);
            }
        }

        var bytes = stream.ToArray();
        ZipTimes.Clear(bytes);
        return new MergeResult(bytes, notes.Missing, notes.Unknown);
    }

    /// <summary>A part without a brace or a control is left alone, unparsed.</summary>
    private static bool HasFields(OpenXmlPart part)
    {
        using var reader = new StreamReader(part.GetStream());
        var xml = reader.ReadToEnd();
        return xml.Contains('{', StringComparison.Ordinal) || xml.Contains("<w:sdt", StringComparison.Ordinal);
    }
}
