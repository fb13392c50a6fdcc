using System.Runtime.InteropServices;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Kaohe.Server.Tasks.Attachments;

/// <summary>Reads the text of a PDF far enough to find a secrecy mark: first pages, in lines. A scanned page has none.</summary>
internal static class PdfText
{
    // A mark stands on the cover or the first page.
    private const int MostPages = 5;
    private const int MostLetters = 100_000;

    /// <summary>The text, a line each.</summary>
    /// <param name="content">The file.</param>
    /// <returns>None when the file is broken or asks for a password.</returns>
    public static string? Of(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var stream = MemoryMarshal.TryGetArray(content, out var bytes)
                ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
                : new MemoryStream(content.ToArray(), writable: false);
            using var document = PdfDocument.Open(stream);
            var text = new StringBuilder();
            for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages) && text.Length < MostLetters; number++)
            {
                Read(document.GetPage(number), text);
            }

            return text.ToString();
        }
#pragma warning disable CA1031 // The reader throws whatever a broken or hostile file makes it throw; all of it means: this cannot be read.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    // Letters on the same height are one line, from left to right; wide gaps within it do not matter to the search.
    private static void Read(Page page, StringBuilder text)
    {
        foreach (var line in page.Letters.Take(MostLetters).GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(line => line.Key))
        {
            foreach (var letter in line.OrderBy(letter => letter.StartBaseLine.X))
            {
                text.Append(letter.Value);
            }

            text.Append('\n');
        }
    }
}
