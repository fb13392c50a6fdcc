using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>The plain text of a Word document, a line a paragraph.</summary>
internal static class WordText
{
    public static string Of(byte[] word)
    {
        using var stream = new MemoryStream(word, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        return string.Join('\n', document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.Length > 0));
    }
}
