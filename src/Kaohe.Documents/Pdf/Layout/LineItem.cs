using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>One line of a paragraph in the flow; the first carries rule and pictures, the last the space after.</summary>
internal sealed class LineItem(DrawnParagraph paragraph, LaidLine line, PageGeometry page, bool isFirst, bool isLast) : FlowItem
{
    private ParagraphFormat Format => paragraph.Block.Format;

    private double Above => isFirst && Format.Top is { } rule ? rule.Space + rule.Thickness : 0;

    private double Below => isLast ? Format.After + (Format.Bottom is { } rule ? rule.Space + rule.Thickness : 0) : 0;

    public override double Height => Above + line.Height + Below;

    public override void Draw(PdfCanvas canvas, double x, double y)
    {
        if (isFirst)
        {
            if (Format.Top is { } top)
            {
                paragraph.DrawRule(canvas, top, x, y + (top.Thickness / 2));
            }

            paragraph.DrawFloats(canvas, page, y + Above);
        }

        paragraph.DrawLine(canvas, line, x, y + Above);
        if (isLast && Format.Bottom is { } bottom)
        {
            paragraph.DrawRule(canvas, bottom, x, y + Above + line.Height + bottom.Space + (bottom.Thickness / 2));
        }
    }
}
