using DocumentFormat.OpenXml.Packaging;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Pdf.Layout;
using Kaohe.Documents.Pdf.Word;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents;

/// <summary>Turns a Word document into a PDF in process: GB/T 9704 layout, subset fonts, tagged, PDF/A-2b metadata, the same bytes every time.</summary>
public static class WordToPdf
{
    /// <summary>Converts a document that comes from outside; it is checked first.</summary>
    /// <exception cref="DocumentRefusedException">The file is broken, dangerous or too large.</exception>
    public static PdfResult Convert(Stream docx, PdfOptions options) => Convert(DocxGuard.Read(docx, options.Limits), options);

    /// <summary>Converts a document that we made or checked (<see cref="DocxGuard"/>).</summary>
    /// <exception cref="DocumentRefusedException">The file is broken or too large.</exception>
    public static PdfResult Convert(byte[] docx, PdfOptions options)
    {
        var notes = new ConversionNotes();
        using var document = WordPackage.Read(docx);
        var sections = new WordReader(document.MainDocumentPart!, notes, options.Limits).Read();
        var writer = new PdfDocumentWriter();
        var pages = new PageRenderer(new ParagraphLayout(options.Fonts, notes), options.Limits).Render(sections, writer);
        var bytes = writer.Save(new PdfInfo(options.Title, options.Author, options.Created));
        return new PdfResult(bytes, pages, notes.Problems);
    }
}
