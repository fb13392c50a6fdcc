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
}
