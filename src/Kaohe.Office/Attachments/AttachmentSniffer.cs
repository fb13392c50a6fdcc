using System.IO.Compression;

namespace Kaohe.Office.Attachments;

/// <summary>Finds the kind of a file by its content; names and claimed types are not believed.</summary>
internal static class AttachmentSniffer
{
    // More parts than any honest Word or Excel file has.
    private const int MaximumParts = 10_000;

    public static AttachmentKind? KindOf(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        return bytes switch
        {
            _ when bytes.StartsWith("%PDF-"u8) => AttachmentKind.Pdf,
            _ when bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => AttachmentKind.Jpeg,
            _ when bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => AttachmentKind.Png,
            _ when bytes.StartsWith("PK\u0003\u0004"u8) => OfficeKindOf(content),
            _ => null,
        };
    }

    public static ZipArchive? OpenZip(ReadOnlyMemory<byte> content)
    {
        try
        {
            ZipArchive zip = new(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count <= MaximumParts)
            {
                return zip;
            }

            zip.Dispose();
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static AttachmentKind? OfficeKindOf(ReadOnlyMemory<byte> content)
    {
        using var zip = OpenZip(content);
        if (zip?.GetEntry("[Content_Types].xml") is null || zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return zip.GetEntry("word/document.xml") is not null ? AttachmentKind.Word
            : zip.GetEntry("xl/workbook.xml") is not null ? AttachmentKind.Excel
            : null;
    }
}
