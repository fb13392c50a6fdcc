using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>A paragraph on its way to the page: draws its lines and tags them as one element, also across pages.</summary>
internal sealed class DrawnParagraph
{
    private const double UnderlineDrop = 0.14;
    private const double UnderlineThickness = 0.05;
    private readonly StructureElement? _element;
    private readonly bool _isTagged;
    private readonly double _width;

    /// <summary>Takes its place in the structure, so paragraphs must be made in reading order.</summary>
    /// <param name="block">The paragraph.</param>
    /// <param name="parent">Where it hangs in the structure; null for headers and footers, which are no part of it.</param>
    /// <param name="width">Of the area it stands in, in points.</param>
    public DrawnParagraph(ParagraphBlock block, StructureElement? parent, double width)
    {
        Block = block;
        _width = width;
        _isTagged = parent is not null;
        if (block.Inlines.Count + block.Floats.Count > 0)
        {
            _element = parent?.AddChild(block.Format.OutlineLevel is { } level and < 6 ? $"H{level + 1}" : "P");
        }
    }

    public ParagraphBlock Block { get; }

    public void DrawLine(PdfCanvas canvas, LaidLine line, double x, double y)
    {
        var texts = line.Clusters.Where(p => p.Cluster.Kind == ClusterKind.Character).ToList();
        if (texts.Count > 0)
        {
            Tag(canvas, _element);
            DrawText(canvas, texts, x, y + line.Baseline);
            EndTag(canvas);
        }

        foreach (var (cluster, at) in line.Clusters)
        {
            if (cluster.Picture is { } picture)
            {
                Tag(canvas, _element?.AddChild("Figure", picture.Alternative));
                canvas.Picture(picture.Picture, x + at, y + line.Baseline - picture.Height, picture.Width, picture.Height, picture.Multiply);
                EndTag(canvas);
            }
        }
    }

    public void DrawFloats(PdfCanvas canvas, PageGeometry page, double y)
    {
        foreach (var picture in Block.Floats)
        {
            var x = At(picture.Horizontal, picture.Width, page.Left, page.AreaWidth, page.Width, page.Left);
            var top = At(picture.Vertical, picture.Height, page.Top, page.AreaHeight, page.Height, y);
            Tag(canvas, _element?.AddChild("Figure", picture.Alternative));
            canvas.Picture(picture.Picture, x, top, picture.Width, picture.Height, picture.Multiply);
            EndTag(canvas);
        }
    }

    public void DrawRule(PdfCanvas canvas, Rule rule, double x, double y)
    {
        if (_isTagged)
        {
            canvas.BeginArtifact();
        }

        canvas.Line(x + Block.Format.Left + Math.Min(0, Block.Format.First), y, x + _width - Block.Format.Right, y, rule.Thickness, rule.Color);
        EndTag(canvas);
    }

    private static double At(FloatPlace place, double size, double areaStart, double areaSize, double pageSize, double own)
    {
        var (start, room) = place.Origin switch { FloatOrigin.Page => (0, pageSize), FloatOrigin.Margin => (areaStart, areaSize), _ => (own, 0.0) };
        return place.Align switch
        {
            "center" => start + ((room - size) / 2),
            "right" or "bottom" => start + room - size,
            "left" or "top" => start,
            _ => start + place.Offset,
        };
    }

    private static void DrawText(PdfCanvas canvas, List<PlacedCluster> texts, double x, double baseline)
    {
        for (var start = 0; start < texts.Count;)
        {
            var format = texts[start].Cluster.Format!;
            var end = start + 1;
            while (end < texts.Count && texts[end].Cluster.Format! == format)
            {
                end++;
            }

            var run = texts[start..end];
            canvas.Text(run.ConvertAll(p => new PlacedGlyph(p.Cluster.CodePoint, p.Cluster.Glyph!, x + p.X)), baseline - format.Rise, format.Ink);
            if (format.Underline)
            {
                var y = baseline + (format.Ink.Size * UnderlineDrop);
                canvas.Line(x + run[0].X, y, x + run[^1].X + run[^1].Cluster.Width, y, format.Ink.Size * UnderlineThickness, format.Ink.Color);
            }

            start = end;
        }
    }

    private static void Tag(PdfCanvas canvas, StructureElement? element)
    {
        if (element is not null)
        {
            canvas.Begin(element);
        }
    }

    private void EndTag(PdfCanvas canvas)
    {
        if (_isTagged)
        {
            canvas.End();
        }
    }
}
