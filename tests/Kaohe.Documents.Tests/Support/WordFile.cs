using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Tests.Support;

/// <summary>Small Word files for tests, and what a test reads out of them.</summary>
internal static class WordFile
{
    public static byte[] Of(params OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(blocks));
        }

        return stream.ToArray();
    }

    public static byte[] OfText(params string[] paragraphs) => Of([.. paragraphs.Select(text => Paragraph(text))]);

    /// <summary>A paragraph whose text is split over runs as given.</summary>
    public static Paragraph Paragraph(params string[] runs) => new(runs.Select(text => new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));

    public static TableRow Row(bool header, params string[] cells)
    {
        var row = new TableRow(cells.Select(cell => new TableCell(Paragraph(cell))));
        if (header)
        {
            row.PrependChild(new TableRowProperties(new TableHeader()));
        }

        return row;
    }

    public static IReadOnlyList<string> Paragraphs(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }

    public static IReadOnlyList<string> Validate(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }
}
