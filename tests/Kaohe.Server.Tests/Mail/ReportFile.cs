using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Server.Tests.Mail;

/// <summary>A report as a unit writes it in Word: headings with text, and a table.</summary>
internal static class ReportFile
{
    public static byte[] Write(IEnumerable<string> paragraphs, params IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var table = new Table(rows.Select(row => new TableRow(row.Select(cell => new TableCell(Line(cell))))));
            document.AddMainDocumentPart().Document = new Document(new Body([.. paragraphs.Select(Line), table]));
        }

        return stream.ToArray();
    }

    private static Paragraph Line(string text) => new(new Run(new Text(text)));
}
