namespace Kaohe.Documents.Pdf.Model;

/// <summary>A piece of the flow: a paragraph or a table.</summary>
internal abstract record Block;

/// <summary>A paragraph. <paramref name="BaseSize"/> is the type size of its mark, which gives an empty line its height.</summary>
internal sealed record ParagraphBlock(ParagraphFormat Format, IReadOnlyList<Inline> Inlines, IReadOnlyList<FloatingPicture> Floats, double BaseSize) : Block;

/// <summary>A table; <paramref name="Columns"/> are widths in points, <paramref name="Left"/> the distance of its left edge from the text area's.</summary>
internal sealed record TableBlock(IReadOnlyList<double> Columns, double Left, IReadOnlyList<TableRowBlock> Rows, bool PinnedToBottom) : Block;

/// <summary>A row. <paramref name="Height"/> in points, 0 when the content decides.</summary>
internal sealed record TableRowBlock(IReadOnlyList<TableCellBlock> Cells, bool IsHeader, bool CannotSplit, double Height, bool IsExactHeight);

/// <summary>How a cell takes part in a vertical merge.</summary>
internal enum MergeRole
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It is the first.</summary>
    Start,

    /// <summary>It is covered by the cell above.</summary>
    Continue,
}

/// <summary>A cell; edges in the order left, top, right, bottom; margins likewise, in points.</summary>
internal sealed record TableCellBlock(int Column, int Span, IReadOnlyList<ParagraphBlock> Content, CellEdges Edges, CellMargins Margins, TextAlign Vertical, MergeRole Merge, int? Shade);

/// <summary>The rules around a cell; null for none.</summary>
internal sealed record CellEdges(Rule? Left, Rule? Top, Rule? Right, Rule? Bottom);

/// <summary>The distance of a cell's text from its edges, in points.</summary>
internal sealed record CellMargins(double Left, double Top, double Right, double Bottom);
