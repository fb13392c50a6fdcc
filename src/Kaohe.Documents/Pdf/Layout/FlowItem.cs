using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>The smallest thing that moves from page to page: a line or a table row.</summary>
internal abstract class FlowItem
{
    /// <summary>Points it takes, without <see cref="SpaceBefore"/>.</summary>
    public abstract double Height { get; }

    /// <summary>Points above it, left out at the top of a page that the flow itself began.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>No page may end between this and the next item.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>Starts a page.</summary>
    public bool BreakBefore { get; init; }

    /// <summary>Ends a page.</summary>
    public bool BreakAfter { get; init; }

    /// <summary>Draws it with its top at <paramref name="y"/>; <paramref name="x"/> is the left edge of the text area.</summary>
    public abstract void Draw(PdfCanvas canvas, double x, double y);
}
