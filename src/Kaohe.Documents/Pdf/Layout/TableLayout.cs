using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>Sets a table into rows and keeps its header ready for the next page.</summary>
internal sealed class TableLayout(TableBlock table, ParagraphLayout paragraphs, PageGeometry page)
{
    private readonly double[] _edges = [0, .. table.Columns.Select((_, i) => table.Columns.Take(i + 1).Sum())];
    private List<RowItem>? _repeated;

    /// <summary>The page it stands on, for pictures that float.</summary>
    public PageGeometry Page => page;

    /// <summary>Points from the left edge of the text area.</summary>
    public double Left => table.Left;

    /// <summary>The header rows once more, outside the structure, for the top of a following page.</summary>
    public IReadOnlyList<RowItem> RepeatedHeader => _repeated ??= [.. Rows([.. table.Rows.TakeWhile(row => row.IsHeader)], null)];

    /// <summary>All rows, tagged under <paramref name="parent"/> unless that is null.</summary>
    public List<RowItem> Lay(StructureElement? parent) => Rows(table.Rows, parent?.AddChild("Table"));

    private List<RowItem> Rows(IReadOnlyList<TableRowBlock> rows, StructureElement? element)
    {
        var boxes = new List<List<CellBox>>();
        foreach (var row in rows)
        {
            var tag = element?.AddChild("TR");
            boxes.Add([.. row.Cells.Select(cell => Box(cell, row.IsHeader, tag))]);
        }

        var heights = rows.Select((row, i) => HeightOf(row, boxes[i])).ToArray();
        Merge(boxes, heights);
        var items = new List<RowItem>();
        for (var i = 0; i < rows.Count; i++)
        {
            var keep = rows[i].IsHeader || boxes[i].Exists(cell => cell.GoesOn) || (rows[i].Cells is [{ Content: [{ Format.KeepWithNext: true }, ..] }, ..]);
            items.Add(new RowItem(this, rows[i], boxes[i], heights[i]) { KeepWithNext = keep, IsTagged = element is not null });
        }

        return items;
    }

    private CellBox Box(TableCellBlock cell, bool header, StructureElement? row)
    {
        var x = _edges[Math.Min(cell.Column, _edges.Length - 1)];
        var width = _edges[Math.Min(cell.Column + cell.Span, _edges.Length - 1)] - x;
        var tag = cell.Merge == MergeRole.Continue ? null : row?.AddChild(header ? "TH" : "TD", columnSpan: cell.Span);
        var room = Math.Max(1, width - cell.Margins.Left - cell.Margins.Right);
        var lines = new List<CellLine>();
        foreach (var block in cell.Content)
        {
            var drawn = new DrawnParagraph(block, tag, room);
            var laid = paragraphs.Lay(block, room);
            lines.AddRange(laid.Select((line, i) => new CellLine(drawn, line, i == 0 ? block.Format.Before : 0, i == laid.Count - 1 ? block.Format.After : 0, i == 0)));
        }

        return new CellBox(cell, x, width, lines);
    }

    private static double HeightOf(TableRowBlock row, List<CellBox> cells)
    {
        var needed = cells.Where(cell => cell.Cell.Merge == MergeRole.None).Select(cell => cell.Needed).DefaultIfEmpty(0).Max();
        return Math.Max(row.Height, needed);
    }

    /// <summary>Gives merged cells the rows below them, and the last of these rows what is still lacking.</summary>
    private static void Merge(List<List<CellBox>> rows, double[] heights)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Count; c++)
            {
                var cell = rows[r][c];
                if (cell.Cell.Merge != MergeRole.Start)
                {
                    continue;
                }

                var end = r;
                for (var above = c; end + 1 < rows.Count && Continued(rows[end + 1], cell.Cell.Column) is >= 0 and var below; above = below)
                {
                    rows[end][above] = rows[end][above] with { GoesOn = true };
                    end++;
                }

                heights[end] += Math.Max(0, cell.Needed - heights[r..(end + 1)].Sum());
                rows[r][c] = rows[r][c] with { MergedBelow = heights[(r + 1)..(end + 1)].Sum() };
            }
        }
    }

    private static int Continued(List<CellBox> row, int column) => row.FindIndex(cell => cell.Cell.Column == column && cell.Cell.Merge == MergeRole.Continue);
}
