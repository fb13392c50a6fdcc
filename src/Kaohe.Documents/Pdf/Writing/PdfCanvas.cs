using System.Globalization;
using System.Text;
using Kaohe.Documents.Fonts;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>The content of one page. Coordinates are points from the top left corner; the PDF's own run from the bottom left.</summary>
internal sealed class PdfCanvas(PdfDocumentWriter document, int index, double width, double height)
{
    private readonly StringBuilder _content = new(8192);
    private readonly List<StructureElement> _owners = [];
    private readonly SortedSet<int> _pictures = [];

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>The structure element of each marked content number.</summary>
    public IReadOnlyList<StructureElement> Owners => _owners;

    /// <summary>Pictures drawn on this page, by number.</summary>
    public IReadOnlyCollection<int> Pictures => _pictures;

    public string Content => _content.ToString();

    /// <summary>Everything until <see cref="End"/> belongs to the element.</summary>
    public void Begin(StructureElement element)
    {
        _content.Append(CultureInfo.InvariantCulture, $"/{element.Type} << /MCID {_owners.Count} >> BDC\n");
        element.AddContent(index, _owners.Count);
        _owners.Add(element);
    }

    /// <summary>Everything until <see cref="End"/> is decoration: rules, page numbers.</summary>
    public void BeginArtifact() => _content.Append("/Artifact BMC\n");

    public void End() => _content.Append("EMC\n");

    public void Text(IReadOnlyList<PlacedGlyph> glyphs, double baseline, Ink ink)
    {
        _content.Append("BT ");
        Color(ink.Color, "rg");
        if (ink.Bold)
        {
            Color(ink.Color, "RG");
            _content.Number(ink.Size / 30).Append(" w 2 Tr ");
        }

        if (ink.Scale != 1)
        {
            _content.Number(ink.Scale * 100).Append(" Tz ");
        }

        TrueTypeFont? current = null;
        var pen = 0.0;
        foreach (var (codePoint, glyph, x) in glyphs)
        {
            var use = document.Use(glyph.Font);
            if (!ReferenceEquals(current, glyph.Font))
            {
                _content.Append(current is null ? "" : ">] TJ ").Append('/').Append(use.Resource).Append(' ').Number(ink.Size)
                    .Append(ink.Slanted ? " Tf 1 0 0.21 1 " : " Tf 1 0 0 1 ").Number(x).Append(' ').Number(Height - baseline).Append(" Tm [<");
                (current, pen) = (glyph.Font, x);
            }

            var kern = (pen - x) / (ink.Size * ink.Scale) * 1000;
            if (Math.Abs(kern) > 0.5)
            {
                _content.Append('>').Number(kern).Append('<');
                pen = x;
            }

            _content.Append(use.Code(codePoint, glyph.Glyph).ToString("X4", CultureInfo.InvariantCulture));
            pen += glyph.Advance * ink.Size * ink.Scale;
        }

        _content.Append(">] TJ").Append(ink.Scale != 1 ? " 100 Tz" : "").Append(ink.Bold ? " 0 Tr" : "").Append(" ET\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double thickness, int color)
    {
        _content.Append("q ");
        Color(color, "RG");
        _content.Number(thickness).Append(" w ").Number(x1).Append(' ').Number(Height - y1).Append(" m ")
            .Number(x2).Append(' ').Number(Height - y2).Append(" l S Q\n");
    }

    public void Fill(double x, double y, double width, double height, int color)
    {
        _content.Append("q ");
        Color(color, "rg");
        _content.Number(x).Append(' ').Number(Height - y - height).Append(' ').Number(width).Append(' ').Number(height).Append(" re f Q\n");
    }

    /// <summary>A picture; with <paramref name="multiply"/> the ink under it stays visible, as under a stamped seal.</summary>
    public void Picture(PdfPicture picture, double x, double y, double width, double height, bool multiply)
    {
        var number = document.Use(picture);
        _pictures.Add(number);
        _content.Append(multiply ? "q /Multiply gs " : "q ").Number(width).Append(" 0 0 ").Number(height).Append(' ').Number(x).Append(' ')
            .Number(Height - y - height).Append(CultureInfo.InvariantCulture, $" cm /P{number} Do Q\n");
    }

    private void Color(int color, string op) => _content.Number((color >> 16 & 255) / 255.0).Append(' ').Number((color >> 8 & 255) / 255.0).Append(' ')
        .Number((color & 255) / 255.0).Append(' ').Append(op).Append(' ');
}
