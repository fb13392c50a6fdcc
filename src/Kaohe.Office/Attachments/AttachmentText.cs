using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kaohe.Office.Attachments;

/// <summary>
/// Reads the text of a Word or Excel file far enough to find a secrecy mark, in bounded time and memory. The text of a PDF needs a PDF reader and is
/// given by the caller.
/// </summary>
internal static class AttachmentText
{
    // A mark stands on the first page: reading stops early, and a bomb stops at the limit of a part.
    private const long MaximumCharactersPerPart = 64 * 1024 * 1024;
    private const int MaximumCharacters = 500_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumCharactersPerPart,
    };

    /// <summary>The text, a paragraph or cell a line; none when the file is broken.</summary>
    public static string? Of(ReadOnlyMemory<byte> content)
    {
        using var zip = AttachmentSniffer.OpenZip(content);
        if (zip is null)
        {
            return null;
        }

        StringBuilder text = new();
        try
        {
            foreach (var entry in zip.Entries.Where(HoldsText))
            {
                Read(entry, text);
            }
        }
        catch (Exception error) when (error is XmlException or InvalidDataException or IOException)
        {
            return null;
        }

        return text.ToString();
    }

    private static bool HoldsText(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (entry.FullName is "word/document.xml" or "xl/sharedStrings.xml" or "docProps/core.xml"
            || entry.FullName.StartsWith("word/header", StringComparison.Ordinal)
            || entry.FullName.StartsWith("word/footer", StringComparison.Ordinal)
            || entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal));

    private static void Read(ZipArchiveEntry entry, StringBuilder text)
    {
        var buffer = new char[4096];
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Settings);
        while (text.Length < MaximumCharacters && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text)
            {
                for (var read = 1; read > 0 && text.Length < MaximumCharacters;)
                {
                    read = reader.ReadValueChunk(buffer, 0, buffer.Length);
                    text.Append(buffer, 0, read);
                }
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" or "si" or "c" or "is" or "title" or "oddHeader" or "oddFooter" } or { LocalName: "br" })
            {
                text.Append('\n');
            }
        }
    }
}
