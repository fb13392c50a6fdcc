using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MakeTemplates.Layout;

/// <summary>
/// 版记 at the foot of the last page (GB/T 9704-2012, 7.4): a table on the lower edge of the text area, with rules of 0.35 mm at both
/// ends and 0.25 mm between. The check code stands above it. A program that does not float tables (LibreOffice 7.4) at least keeps the rows on one page.
/// </summary>
internal static class Imprint
{
    private const uint EndRule = 8;
    private const uint MiddleRule = 6;

    public static OpenXmlElement[] Create() =>
    [
        new Table(
            new TableProperties(
                new TablePositionProperties { LeftFromText = 0, RightFromText = 0, VerticalAnchor = VerticalAnchorValues.Margin, HorizontalAnchor = HorizontalAnchorValues.Margin, TablePositionXAlignment = HorizontalAlignmentValues.Left, TablePositionYAlignment = VerticalAlignmentValues.Bottom },
                new TableWidth { Width = Width, Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = Width }),
            Row(EndRule, Markup.Paragraph(OfficialStyles.Check, Markup.Run("{{?二维码}}{{图:二维码|20}}　扫码核验本件真伪，核验码：{{核验码}}{{/二维码}}")).KeepWithNext()),
            Row(MiddleRule, CopyTo().KeepWithNext()),
            Row(EndRule, Printed())),
        Markup.Paragraph(OfficialStyles.Anchor),
    ];

    private static string Width => Gb.AreaWidth.ToString(CultureInfo.InvariantCulture);

    private static TableRow Row(uint ruleUnder, Paragraph content) => new(
        new TableRowProperties(new CantSplit()),
        new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = Width, Type = TableWidthUnitValues.Dxa },
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = ruleUnder })),
            content));

    /// <summary>抄送机关, one character in on both sides; turned lines align behind the colon (7.4.2).</summary>
    private static Paragraph CopyTo()
    {
        var paragraph = Markup.Paragraph(OfficialStyles.Imprint, Markup.Run("抄送：{{抄送}}。"));
        paragraph.ParagraphProperties!.Indentation = new Indentation { LeftChars = 400, Left = "1120", RightChars = 100, Right = "280", HangingChars = 300, Hanging = "840" };
        return paragraph;
    }

    /// <summary>印发机关 left, 印发日期 right, each one character in (7.4.3).</summary>
    private static Paragraph Printed()
    {
        var paragraph = Markup.Paragraph(OfficialStyles.Imprint, Markup.Run("{{印发机关}}"), new Run(new TabChar()), Markup.Run("{{印发日期:yyyy年M月d日}}印发"));
        paragraph.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = Gb.AreaWidth - 280 });
        paragraph.ParagraphProperties.Indentation = new Indentation { LeftChars = 100, Left = "280" };
        return paragraph;
    }
}
