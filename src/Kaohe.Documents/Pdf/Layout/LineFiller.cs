using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>Decides where the lines of a paragraph end: as much as fits, 避头尾 kept, closing marks drawn in by giving up the blank half of marks.</summary>
internal sealed class LineFiller(IReadOnlyList<Cluster> clusters, ParagraphFormat format, double width)
{
    /// <summary>The share of its width that a full-width mark may give up.</summary>
    private const double Squeeze = 0.4;
    private const double DefaultTab = 36;
    private const double Tolerance = 0.05;

    /// <summary>Points between the start of a line and the right edge.</summary>
    public double Available(bool first) => Math.Max(1, width - format.Left - format.Right - (first ? format.First : 0));

    /// <summary>The cluster ranges of the lines; a break cluster ends its line and belongs to it.</summary>
    public List<(int Start, int End)> Fill()
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start < clusters.Count;)
        {
            var end = EndOf(start, lines.Count == 0);
            lines.Add((start, end));
            start = end;
        }

        return lines;
    }

    /// <summary>The width of a tab at <paramref name="index"/> when the line has used <paramref name="used"/> points so far.</summary>
    public double TabWidth(int index, double used, bool first)
    {
        var at = format.Left + (first ? format.First : 0) + used;
        foreach (var stop in format.Tabs)
        {
            if (stop.Position > at + Tolerance)
            {
                var following = stop.Align is TextAlign.Left ? 0 : FollowingWidth(index + 1) * (stop.Align is TextAlign.Center ? 0.5 : 1);
                return Math.Max(0, stop.Position - at - following);
            }
        }

        // The left edge of a hanging indent is a stop of its own.
        var next = at < format.Left - Tolerance ? format.Left : (Math.Floor((at + Tolerance) / DefaultTab) + 1) * DefaultTab;
        return next - at;
    }

    private double FollowingWidth(int from)
    {
        var sum = 0.0;
        for (var i = from; i < clusters.Count && clusters[i].Kind is ClusterKind.Character or ClusterKind.Picture; i++)
        {
            sum += clusters[i].Width;
        }

        return sum;
    }

    private int EndOf(int start, bool first)
    {
        var available = Available(first) + Tolerance;
        double used = 0, spare = 0;
        var end = start;
        for (; end < clusters.Count; end++)
        {
            var cluster = clusters[end];
            if (cluster.Kind is ClusterKind.Break or ClusterKind.PageBreak)
            {
                return end + 1;
            }

            var size = cluster.Kind == ClusterKind.Tab ? TabWidth(end, used, first) : cluster.Width;
            var nextSpare = spare + (Kinsoku.IsHalfBlank(cluster.CodePoint) ? cluster.Width * Squeeze : 0);
            var allowance = Kinsoku.MayNotStart(cluster.CodePoint) ? nextSpare : 0;
            if (used + size - allowance > available && !cluster.IsSpace)
            {
                break;
            }

            used += size;
            spare = nextSpare;
        }

        return end == clusters.Count ? end : TurnBefore(start, Math.Max(end, start + 1));
    }

    /// <summary>Goes back from the first cluster that does not fit to a place where the line may turn; a word longer than the line is cut.</summary>
    private int TurnBefore(int start, int end)
    {
        for (var at = end; at > start; at--)
        {
            var (before, after) = (clusters[at - 1], clusters[at]);
            if (before.Kind != ClusterKind.Character || after.Kind != ClusterKind.Character || Kinsoku.MayBreak(before.CodePoint, after.CodePoint))
            {
                return at;
            }
        }

        return end;
    }
}
