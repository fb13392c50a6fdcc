using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kaohe.Server.Documents.Rendering;

/// <summary>The plain text of a Word document that we made or checked, a line for each paragraph that has any. Read as a stream: building the whole tree of elements would cost more than the merge.</summary>
internal static class WordText
{
    private const string Body = "word/document.xml";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string Of(byte[] word)
    {
        using var zip = new ZipArchive(new MemoryStream(word, writable: false), ZipArchiveMode.Read);
        using var part = zip.GetEntry(Body)!.Open();
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p", NamespaceURI: Word } && text.Length > 0 && text[^1] != '\n')
            {
                text.Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }
}
