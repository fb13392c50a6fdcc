using Kaohe.Documents.Fonts;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>What a cluster is.</summary>
internal enum ClusterKind
{
    /// <summary>A character.</summary>
    Character,

    /// <summary>A tab; its width follows from the line.</summary>
    Tab,

    /// <summary>A picture in the line.</summary>
    Picture,

    /// <summary>The end of a line.</summary>
    Break,

    /// <summary>The end of a page.</summary>
    PageBreak,
}

/// <summary>The smallest thing that a line is made of. Width in points.</summary>
internal readonly record struct Cluster(ClusterKind Kind, int CodePoint, GlyphRef? Glyph, double Width, TextFormat? Format, PictureInline? Picture)
{
    public bool IsSpace => Kind == ClusterKind.Character && CodePoint == ' ';
}
