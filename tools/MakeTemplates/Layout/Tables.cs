using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MakeTemplates.Layout;

/// <summary>Tables of official documents: thin rules, fixed columns, a header that repeats on every page, rows that stay whole.</summary>
internal static class Tables
{
    /// <summary>A header row and one row that the merge repeats.</summary>
    public static Table List(IReadOnlyList<Column> columns)
    {
        var table = Frame([.. columns.Select(column => column.Twips)]);
        table.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select(c => Cell(c.Twips, OfficialStyles.TableHead, JustificationValues.Center, c.Head))]));
        table.Append(new TableRow(
            [new TableRowProperties(new CantSplit()), .. columns.Select(c => Cell(c.Twips, OfficialStyles.TableText, c.Alignment, c.Text))]));
        return table;
    }

    /// <summary>A form: each row holds label and value pairs over four columns; a pair alone in its row spans the width.</summary>
    public static Table Form(double labelMillimetres, IReadOnlyList<(string Label, string Value, int Lines)[]> rows)
    {
        var label = (int)Math.Round(labelMillimetres * 56.6929);
        var value = (Gb.AreaWidth / 2) - label;
        var table = Frame([label, value, label, value]);
        foreach (var pairs in rows)
        {
            var height = (uint)(pairs.Max(pair => pair.Lines) * 360) + 200U;
            var row = new TableRow(new TableRowProperties(new TableRowHeight { Val = height, HeightType = HeightRuleValues.AtLeast }));
            foreach (var (name, text, _) in pairs)
            {
                row.Append(Cell(label, OfficialStyles.TableHead, JustificationValues.Center, name));
                var wide = pairs.Length == 1;
                row.Append(Cell(wide ? value + label + value : value, OfficialStyles.TableText, JustificationValues.Left, text, wide ? 3 : 1));
            }

            table.Append(row);
        }

        return table;
    }

    /// <summary>版记 at the foot of the last page: rules of 0.35 mm at both ends and 0.25 mm between (GB/T 9704-2012, 7.4).</summary>
    public static Table Imprint(params Paragraph[][] rows)
    {
        var table = new Table(
            new TableProperties(
                new TablePositionProperties { LeftFromText = 0, RightFromText = 0, VerticalAnchor = VerticalAnchorValues.Margin, HorizontalAnchor = HorizontalAnchorValues.Margin, TablePositionXAlignment = HorizontalAlignmentValues.Left, TablePositionYAlignment = VerticalAlignmentValues.Bottom },
                new TableWidth { Width = Twips(Gb.AreaWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = Twips(Gb.AreaWidth) }));
        for (var i = 0; i < rows.Length; i++)
        {
            // The first row holds the check code and stands above the first rule.
            var borders = i == 0
                ? new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8 })
                : new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = i == rows.Length - 1 ? 8U : 6U });
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = Twips(Gb.AreaWidth), Type = TableWidthUnitValues.Dxa }, borders));
            cell.Append(rows[i]);
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), cell));
        }

        return table;
    }

    private static Table Frame(IReadOnlyList<int> widths) => new(
        new TableProperties(
            new TableWidth { Width = Twips(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableBorders(Rule<TopBorder>(), Rule<LeftBorder>(), Rule<BottomBorder>(), Rule<RightBorder>(), Rule<InsideHorizontalBorder>(), Rule<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(width => new GridColumn { Width = Twips(width) })));

    private static T Rule<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static TableCell Cell(int width, string style, JustificationValues side, string text, int span = 1)
    {
        var properties = new TableCellProperties { TableCellWidth = new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa } };
        if (span > 1)
        {
            properties.GridSpan = new GridSpan { Val = span };
        }

        properties.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center };
        var cell = new TableCell(properties);
        foreach (var line in text.Split('\n'))
        {
            var paragraph = Markup.Paragraph(style, Markup.Run(line));
            paragraph.ParagraphProperties!.Justification = new Justification { Val = side };
            cell.Append(paragraph);
        }

        return cell;
    }

    private static string Twips(int value) => value.ToString(CultureInfo.InvariantCulture);
}
