using System.IO.Compression;
using System.Xml;

namespace Kaohe.Documents.Packages;

/// <summary>
/// Reads a .docx into memory within <see cref="DocxLimits"/> and refuses what could harm before the Word library sees it:
/// zip bombs (counted while unpacking, the sizes written in the file are not believed), XML with a document type
/// (external entities), XML nested too deep, broken parts.
/// </summary>
public static class DocxGuard
{
    /// <summary>Reads the whole stream and checks it.</summary>
    /// <exception cref="DocumentRefusedException">The file is too large, broken or dangerous to parse.</exception>
    public static byte[] Read(Stream source, DocxLimits? limits = null)
    {
        limits ??= DocxLimits.Default;
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > limits.FileBytes)
            {
                throw TooLarge($"文件超过 {limits.FileBytes / 1024 / 1024} MB 上限，请压缩文中图片后再试。");
            }
        }

        var bytes = copy.ToArray();
        Check(bytes, limits);
        return bytes;
    }

    /// <summary>Checks a file that is already in memory.</summary>
    /// <exception cref="DocumentRefusedException">The file is too large, broken or dangerous to parse.</exception>
    public static void Check(byte[] docx, DocxLimits? limits = null)
    {
        limits ??= DocxLimits.Default;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(docx, writable: false), ZipArchiveMode.Read);
            CheckParts(zip, limits);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw new DocumentRefusedException(ProblemCodes.NotAWordFile, "文件不是完好的 .docx 文档，请用 Word 或 WPS 打开后另存为 .docx 再上传。", fault);
        }
    }

    private static void CheckParts(ZipArchive zip, DocxLimits limits)
    {
        if (zip.Entries.Count > limits.Parts)
        {
            throw TooLarge($"文档内部有 {zip.Entries.Count} 个部件，超过上限 {limits.Parts} 个。");
        }

        if (zip.GetEntry("word/document.xml") is null || zip.GetEntry("[Content_Types].xml") is null)
        {
            throw new DocumentRefusedException(ProblemCodes.NotAWordFile, "文件不是 Word 文档（缺少正文部件），请用 Word 或 WPS 另存为 .docx 再上传。");
        }

        long total = 0;
        foreach (var entry in zip.Entries)
        {
            var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            var allowance = Math.Min(isXml ? limits.XmlPartBytes : long.MaxValue, limits.UnpackedBytes - total);
            total += CheckPart(entry, isXml, allowance, limits);
        }
    }

    private static long CheckPart(ZipArchiveEntry entry, bool isXml, long allowance, DocxLimits limits)
    {
        using var packed = entry.Open();
        using (var content = new CountedStream(packed, allowance, entry.FullName))
        {
            if (isXml)
            {
                CheckXml(content, limits, entry.FullName);
            }

            content.CopyTo(Stream.Null);
            return content.Count;
        }
    }

    private static void CheckXml(Stream content, DocxLimits limits, string name)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(content, settings);
        while (reader.Read())
        {
            if (reader.Depth > limits.XmlDepth)
            {
                throw TooLarge($"部件 {name} 的元素嵌套超过 {limits.XmlDepth} 层。");
            }
        }
    }

    internal static DocumentRefusedException TooLarge(string message) => new(ProblemCodes.TooLarge, message);
}
