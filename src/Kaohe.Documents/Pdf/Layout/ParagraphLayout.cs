using Kaohe.Documents.Fonts;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>Sets a paragraph into lines: filled, aligned, justified, with height and baseline.</summary>
internal sealed class ParagraphLayout(FontLibrary fonts, ConversionNotes notes)
{
    /// <summary>Natural line height of a Chinese face, in em.</summary>
    private const double NaturalHeight = 1.3;

    /// <summary>From the middle of a line down to the baseline, in em: centres the ideographic box.</summary>
    private const double BaselineDrop = 0.36;

    /// <summary>Gaps wider than this share of the type size are not made; the line stays ragged instead.</summary>
    private const double WidestGap = 0.6;

    private readonly ClusterMaker _clusters = new(fonts, notes);

    /// <summary>At least one line, also for an empty paragraph.</summary>
    public List<LaidLine> Lay(ParagraphBlock paragraph, double width)
    {
        var clusters = _clusters.Make(paragraph.Inlines);
        var filler = new LineFiller(clusters, paragraph.Format, width);
        var lines = new List<LaidLine>();
        foreach (var (start, end) in filler.Fill())
        {
            lines.Add(Line(paragraph, filler, clusters, start, end, lines.Count == 0));
        }

        if (lines.Count == 0 || clusters[^1].Kind == ClusterKind.Break)
        {
            var height = HeightOf(paragraph.Format, paragraph.BaseSize, 0);
            lines.Add(new LaidLine([], height, (height / 2) + (paragraph.BaseSize * BaselineDrop), EndsPage: false));
        }

        return lines;
    }

    private static LaidLine Line(ParagraphBlock paragraph, LineFiller filler, List<Cluster> all, int start, int end, bool first)
    {
        var format = paragraph.Format;
        var endsWithBreak = all[end - 1].Kind is ClusterKind.Break or ClusterKind.PageBreak;
        var last = end - (endsWithBreak ? 1 : 0);
        while (last > start && all[last - 1].IsSpace)
        {
            last--;
        }

        var line = all[start..last];
        var widths = Widths(line, filler, start, first);
        var slack = filler.Available(first) - widths.Sum();
        var isLast = endsWithBreak || end == all.Count;
        var stretch = format.Align is TextAlign.Distribute || (format.Align is TextAlign.Justify && !isLast);
        var offset = format.Align switch { TextAlign.Center => slack / 2, TextAlign.Right => slack, _ => 0 };
        var x = format.Left + (first ? format.First : 0) + Math.Max(0, offset);
        return Measured(paragraph, Place(line, widths, x, slack, stretch), endsPage: all[end - 1].Kind == ClusterKind.PageBreak);
    }

    private static double[] Widths(List<Cluster> line, LineFiller filler, int start, bool first)
    {
        var widths = new double[line.Count];
        var used = 0.0;
        for (var i = 0; i < line.Count; i++)
        {
            widths[i] = line[i].Kind == ClusterKind.Tab ? filler.TabWidth(start + i, used, first) : line[i].Width;
            used += widths[i];
        }

        return widths;
    }

    private static List<PlacedCluster> Place(List<Cluster> line, double[] widths, double x, double slack, bool stretch)
    {
        var squeezable = slack < 0 ? line.Count(c => Kinsoku.IsHalfBlank(c.CodePoint)) : 0;
        var cut = squeezable > 0 ? -slack / squeezable : 0;
        var gap = stretch && slack > 0 && !line.Exists(c => c.Kind == ClusterKind.Tab) ? Gap(line, slack) : 0;
        var placed = new List<PlacedCluster>(line.Count);
        for (var i = 0; i < line.Count; i++)
        {
            var half = cut > 0 && Kinsoku.IsHalfBlank(line[i].CodePoint) ? Math.Min(cut, line[i].Width / 2) : 0;

            // The blank of an opening mark is on its left, of a closing mark on its right.
            placed.Add(new(line[i], Kinsoku.MayNotEnd(line[i].CodePoint) ? x - half : x));
            x += widths[i] - half + (i + 1 < line.Count && Stretches(line[i], line[i + 1]) ? gap : 0);
        }

        return placed;
    }

    private static double Gap(List<Cluster> line, double slack)
    {
        var gaps = line.Zip(line.Skip(1)).Count(pair => Stretches(pair.First, pair.Second));
        var size = line.Max(c => c.Format?.Ink.Size ?? 0);
        return gaps > 0 && slack / gaps <= size * WidestGap ? slack / gaps : 0;
    }

    private static bool Stretches(Cluster left, Cluster right) => left.IsSpace || Kinsoku.IsChinese(left.CodePoint) || Kinsoku.IsChinese(right.CodePoint);

    private static LaidLine Measured(ParagraphBlock paragraph, List<PlacedCluster> placed, bool endsPage)
    {
        var size = placed.Max(p => p.Cluster.Format?.Ink.Size) ?? paragraph.BaseSize;
        var picture = placed.Max(p => p.Cluster.Picture?.Height) ?? 0;
        var height = HeightOf(paragraph.Format, size, picture);
        var under = picture > 0 ? size * ((NaturalHeight / 2) - BaselineDrop) : (height / 2) - (size * BaselineDrop);
        return new LaidLine(placed, height, height - under, endsPage);
    }

    private static double HeightOf(ParagraphFormat format, double size, double picture)
    {
        var natural = size * NaturalHeight;
        var text = format.LineRule switch
        {
            LineRule.Exact => format.Line,
            LineRule.AtLeast => Snapped(format, Math.Max(format.Line, natural)),
            _ => Snapped(format, natural) * format.Line,
        };

        // Word would cut a picture off at an exact line height; nothing may be lost here, so the line grows.
        return picture > 0 ? Math.Max(text, picture + (size * ((NaturalHeight / 2) - BaselineDrop))) : text;
    }

    private static double Snapped(ParagraphFormat format, double height) => format.Grid > 0 ? Math.Ceiling((height - 0.01) / format.Grid) * format.Grid : height;
}
