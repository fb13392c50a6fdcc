using DocumentFormat.OpenXml.Packaging;

namespace Kaohe.Documents.Packages;

/// <summary>Opens Word files and turns the library's many faults into one refusal.</summary>
internal static class WordPackage
{
    /// <summary>Opens a package that has a body.</summary>
    /// <exception cref="DocumentRefusedException">The file has no body or cannot be read.</exception>
    public static WordprocessingDocument Open(Stream stream, bool isEditable)
    {
        WordprocessingDocument? document = null;
        try
        {
            document = WordprocessingDocument.Open(stream, isEditable);
            if (document.MainDocumentPart?.Document?.Body is not null)
            {
                return document;
            }
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException)
        {
            document?.Dispose();
            throw new DocumentRefusedException(ProblemCodes.NotAWordFile, "文件不是完好的 .docx 文档，请用 Word 或 WPS 打开后另存为 .docx 再上传。", fault);
        }

        document.Dispose();
        throw new DocumentRefusedException(ProblemCodes.NotAWordFile, "文档没有正文，请用 Word 或 WPS 另存为 .docx 再上传。");
    }

    /// <summary>Opens a package that has a body, for reading.</summary>
    /// <remarks>
    /// Of a stream that cannot be written to the library makes a file on the disk, in which it mends addresses that are none. Few documents have such
    /// addresses, so it gets that stream only for those.
    /// </remarks>
    /// <exception cref="DocumentRefusedException">The file has no body or cannot be read.</exception>
    public static WordprocessingDocument Read(byte[] docx) => TryRead(docx) ?? Open(new MemoryStream(docx, writable: false), isEditable: false);

    private static WordprocessingDocument? TryRead(byte[] docx)
    {
        WordprocessingDocument? document = null;
        try
        {
            document = Open(new MemoryStream(docx), isEditable: false);
            _ = document.GetAllParts().Count(part => part.ExternalRelationships.Any()); // an address that is none shows when it is read
            return document;
        }
        catch (Exception fault) when (fault is UriFormatException or DocumentRefusedException { InnerException: UriFormatException })
        {
            document?.Dispose();
            return null;
        }
    }
}
