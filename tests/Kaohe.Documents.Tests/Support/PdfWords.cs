using System.Globalization;
using System.Xml.Linq;

namespace Kaohe.Documents.Tests.Support;

/// <summary>A line of text as poppler sees it; points from the page's top left corner.</summary>
internal sealed record PdfLine(int Page, double Left, double Top, double Right, double Bottom, string Text);

/// <summary>Reads the places of text out of a PDF with pdftotext.</summary>
internal static class PdfWords
{
    public static async Task<IReadOnlyList<PdfLine>> Lines(string pdf)
    {
        var html = await Shell.Run("pdftotext", "-bbox-layout", pdf, "-");
        var document = XDocument.Parse(html);
        var ns = document.Root!.Name.Namespace;
        return [.. document.Descendants(ns + "page").SelectMany((page, index) => page.Descendants(ns + "line").Select(line => new PdfLine(
            index + 1,
            Number(line, "xMin"),
            Number(line, "yMin"),
            Number(line, "xMax"),
            Number(line, "yMax"),
            string.Join(' ', line.Descendants(ns + "word").Select(word => word.Value)))))];
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
