using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads tables: columns, merged cells, rules, margins, header rows.</summary>
internal sealed class TableReader(StyleSheet styles, ParagraphReader paragraphs, UnsupportedMarkup unsupported)
{
    private const double DefaultSideMargin = 5.4;

    /// <summary>Word's own bound.</summary>
    private const int MostColumns = 63;
    private readonly Rules _rules = new(unsupported);

    public TableBlock Read(Table table, double areaWidth, string where)
    {
        var properties = table.GetFirstChild<TableProperties>();
        var columns = Columns(table, areaWidth);
        if (styles.TableStyles(properties?.TableStyle?.Val?.Value).Any(s => s.Elements<TableStyleProperties>().Any(part => part.HasChildren)))
        {
            unsupported.Report("表格样式中的首行、末行等特殊格式", "请改用“网格型”表格样式。", where);
        }

        var style = styles.TableStyles(properties?.TableStyle?.Val?.Value).Select(s => s.StyleTableProperties).FirstOrDefault(p => p?.TableBorders is not null);
        var borders = (OpenXmlCompositeElement?)properties?.TableBorders ?? style?.TableBorders;
        var margins = Margins(properties?.TableCellMarginDefault);
        var rows = Unwrapped<TableRow>(table).ToList();
        var read = rows.Select((row, r) => Row(row, r == 0, r == rows.Count - 1, columns.Count, borders, margins, where)).ToList();
        var pinned = Pinned(properties?.TablePositionProperties, where);
        return new TableBlock(columns, Left(properties, columns.Sum(), areaWidth), read, pinned);
    }

    private static List<double> Columns(Table table, double areaWidth)
    {
        var grid = table.GetFirstChild<TableGrid>()?.Elements<GridColumn>().Select(column => Properties.Twips(column.Width)).ToList() ?? [];
        if (grid.Count > 0 && grid.TrueForAll(width => width > 0))
        {
            return grid;
        }

        var count = Math.Max(1, Math.Max(grid.Count, Unwrapped<TableRow>(table).Select(row => Unwrapped<TableCell>(row).Sum(SpanOf)).DefaultIfEmpty(1).Max()));
        return [.. Enumerable.Repeat(areaWidth / count, count)];
    }

    /// <summary>版记 is a floating table on the lower edge of the text area; no other floating table is known.</summary>
    private bool Pinned(TablePositionProperties? place, string where)
    {
        if (place is null)
        {
            return false;
        }

        if (place.TablePositionYAlignment?.Value == VerticalAlignmentValues.Bottom && place.VerticalAnchor?.Value == VerticalAnchorValues.Margin)
        {
            return true;
        }

        unsupported.Report("文字环绕的表格", "请在表格属性中把文字环绕改为“无”。", where);
        return false;
    }

    private static double Left(TableProperties? properties, double width, double areaWidth)
    {
        var side = properties?.TableJustification?.Val?.Value;
        return side == TableRowAlignmentValues.Center ? (areaWidth - width) / 2
            : side == TableRowAlignmentValues.Right ? areaWidth - width
            : properties?.TableIndentation?.Width?.Value / 20.0 ?? 0;
    }

    private TableRowBlock Row(TableRow row, bool isFirst, bool isLast, int columns, OpenXmlCompositeElement? borders, CellMargins margins, string where)
    {
        var properties = row.TableRowProperties;
        var cells = new List<TableCellBlock>();
        var column = Math.Clamp(properties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0, 0, MostColumns);
        foreach (var cell in Unwrapped<TableCell>(row))
        {
            var span = SpanOf(cell);
            var edges = new EdgeReader(_rules, where, borders, cell.TableCellProperties?.TableCellBorders, isFirst, isLast, column == 0, column + span >= columns);
            cells.Add(Cell(cell, column, span, edges.Read(), margins, where));
            column += span;
        }

        var height = properties?.GetFirstChild<TableRowHeight>();
        return new TableRowBlock(cells, IsOn<TableHeader>(properties), IsOn<CantSplit>(properties), (height?.Val?.Value ?? 0) / 20.0, height?.HeightType?.Value == HeightRuleValues.Exact);
    }

    private TableCellBlock Cell(TableCell cell, int column, int span, CellEdges edges, CellMargins tableMargins, string where)
    {
        var properties = cell.TableCellProperties;
        foreach (var other in cell.ChildElements.Where(child => child is not (Paragraph or TableCellProperties or SdtBlock)))
        {
            unsupported.Element(other, where);
        }

        if (properties?.TextDirection is not null)
        {
            unsupported.Report("textDirection", where);
        }

        var content = Unwrapped<Paragraph>(cell).Select(paragraph => paragraphs.Read(paragraph, where)).ToList();
        if (content.Exists(paragraph => paragraph.Format.Top is not null || paragraph.Format.Bottom is not null))
        {
            unsupported.Report("表格内的段落边框", "请改用单元格边框。", where);
        }

        var vertical = properties?.TableCellVerticalAlignment?.Val?.Value;
        var merge = properties?.VerticalMerge is not { } mark ? MergeRole.None : mark.Val?.Value == MergedCellValues.Restart ? MergeRole.Start : MergeRole.Continue;
        var fill = properties?.Shading?.Fill?.Value;
        return new TableCellBlock(
            column,
            span,
            content,
            edges,
            Own(properties?.TableCellMargin, tableMargins),
            vertical == TableVerticalAlignmentValues.Center ? TextAlign.Center : vertical == TableVerticalAlignmentValues.Bottom ? TextAlign.Right : TextAlign.Left,
            merge,
            fill is null or "auto" ? null : Properties.Color(fill));
    }

    private static bool IsOn<T>(TableRowProperties? properties)
        where T : OnOffOnlyType => properties?.GetFirstChild<T>() is { } flag && flag.Val?.Value != OnOffOnlyValues.Off;

    private static int SpanOf(TableCell cell) => Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, MostColumns);

    private static CellMargins Margins(TableCellMarginDefault? given) => new(
        given?.TableCellLeftMargin?.Width?.Value / 20.0 ?? DefaultSideMargin,
        Properties.Twips(given?.TopMargin?.Width),
        given?.TableCellRightMargin?.Width?.Value / 20.0 ?? DefaultSideMargin,
        Properties.Twips(given?.BottomMargin?.Width));

    private static CellMargins Own(TableCellMargin? given, CellMargins table) => given is null ? table : new(
        Properties.Twips(given.LeftMargin?.Width, table.Left),
        Properties.Twips(given.TopMargin?.Width, table.Top),
        Properties.Twips(given.RightMargin?.Width, table.Right),
        Properties.Twips(given.BottomMargin?.Width, table.Bottom));

    /// <summary>Children of a kind, also inside content controls.</summary>
    private static IEnumerable<T> Unwrapped<T>(OpenXmlElement parent)
        where T : OpenXmlElement => parent.ChildElements.SelectMany(child => child switch
        {
            T wanted => [wanted],
            SdtElement control => control.ChildElements.Where(e => e.LocalName == "sdtContent").SelectMany(Unwrapped<T>),
            _ => Enumerable.Empty<T>(),
        });
}
