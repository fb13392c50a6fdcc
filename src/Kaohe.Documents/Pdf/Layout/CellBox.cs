using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>A line inside a cell, with the space above it.</summary>
internal sealed record CellLine(DrawnParagraph Paragraph, LaidLine Line, double Above, double Below, bool IsFirst);

/// <summary>A cell with its lines set; x and width in points from the table's left edge.</summary>
internal sealed record CellBox(TableCellBlock Cell, double X, double Width, IReadOnlyList<CellLine> Lines)
{
    /// <summary>Points below the row that belong to a cell merged downwards.</summary>
    public double MergedBelow { get; init; }

    /// <summary>True when the cell goes on in the next row.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What the content needs, margins included.</summary>
    public double Needed => Cell.Margins.Top + Cell.Margins.Bottom + Lines.Sum(line => line.Above + line.Line.Height + line.Below);
}
