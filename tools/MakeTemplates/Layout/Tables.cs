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
            var row = new TableRow(new TableRowProperties(new CantSplit(), new TableRowHeight { Val = height, HeightType = HeightRuleValues.AtLeast }));
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
