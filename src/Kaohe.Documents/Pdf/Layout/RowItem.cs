using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>A table row in the flow.</summary>
internal sealed class RowItem(TableLayout table, TableRowBlock row, IReadOnlyList<CellBox> cells, double height) : FlowItem
{
    public TableLayout Table => table;

    public bool IsHeader => row.IsHeader;

    public bool CannotSplit => row.CannotSplit;

    /// <summary>False for headers that are repeated, and for tables in headers and footers.</summary>
    public bool IsTagged { get; init; }

    /// <summary>True for the rest of a row that was split.</summary>
    public bool IsContinuation { get; private init; }

    public IReadOnlyList<CellBox> Cells => cells;

    public override double Height { get; } = height;

    /// <summary>The part that fits into <paramref name="room"/> points, and the rest; null when not a single line of every cell would fit.</summary>
    public (RowItem Head, RowItem Tail)? Split(double room)
    {
        var head = new List<CellBox>();
        var rest = new List<CellBox>();
        foreach (var cell in cells)
        {
            var left = room - cell.Cell.Margins.Top - cell.Cell.Margins.Bottom;
            var fits = cell.Lines.TakeWhile(line => (left -= line.Above + line.Line.Height) >= -0.5).Count();
            if (fits == 0 && cell.Lines.Any(line => line.Line.Clusters.Count > 0))
            {
                return null;
            }

            head.Add(cell with { Lines = [.. cell.Lines.Take(fits)] });
            rest.Add(cell with { Lines = [.. cell.Lines.Skip(fits)] });
        }

        return (Part(head, isRest: false), Part(rest, isRest: true));
    }

    public override void Draw(PdfCanvas canvas, double x, double y)
    {
        var left = x + table.Left;
        Frame(canvas, left, y);
        foreach (var cell in cells.Where(cell => cell.Cell.Merge != MergeRole.Continue))
        {
            var free = Height + cell.MergedBelow - cell.Needed;
            var top = y + cell.Cell.Margins.Top + cell.Cell.Vertical switch { TextAlign.Center => Math.Max(0, free / 2), TextAlign.Right => Math.Max(0, free), _ => 0 };
            foreach (var line in cell.Lines)
            {
                top += line.Above;
                if (line.IsFirst)
                {
                    // In a cell, "margin" and "column" mean the cell.
                    var (start, end) = (left + cell.X + cell.Cell.Margins.Left, left + cell.X + cell.Width - cell.Cell.Margins.Right);
                    line.Paragraph.DrawFloats(canvas, table.Page with { Left = start, Right = table.Page.Width - end }, top);
                }

                line.Paragraph.DrawLine(canvas, line.Line, left + cell.X + cell.Cell.Margins.Left, top);
                top += line.Line.Height + line.Below;
            }
        }
    }

    private RowItem Part(List<CellBox> boxes, bool isRest) => new(table, row, boxes, boxes.Max(cell => cell.Needed)) { IsContinuation = isRest, IsTagged = IsTagged };

    private void Frame(PdfCanvas canvas, double left, double y)
    {
        if (IsTagged)
        {
            canvas.BeginArtifact();
        }

        foreach (var cell in cells)
        {
            var (x1, x2, y2) = (left + cell.X, left + cell.X + cell.Width, y + Height);
            if (cell.Cell.Shade is { } shade)
            {
                canvas.Fill(x1, y, cell.Width, Height, shade);
            }

            Edge(canvas, cell.Cell.Edges.Left, x1, y, x1, y2);
            Edge(canvas, cell.Cell.Edges.Right, x2, y, x2, y2);
            Edge(canvas, cell.Cell.Merge == MergeRole.Continue ? null : cell.Cell.Edges.Top, x1, y, x2, y);
            Edge(canvas, cell.GoesOn ? null : cell.Cell.Edges.Bottom, x1, y2, x2, y2);
        }

        if (IsTagged)
        {
            canvas.End();
        }
    }

    private static void Edge(PdfCanvas canvas, Rule? rule, double x1, double y1, double x2, double y2)
    {
        if (rule is not null)
        {
            canvas.Line(x1, y1, x2, y2, rule.Thickness, rule.Color);
        }
    }
}
