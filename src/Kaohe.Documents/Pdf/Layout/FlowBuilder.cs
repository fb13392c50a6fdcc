using Kaohe.Documents.Packages;
using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>Turns the blocks of a section into lines and rows, with the rules about what must stay together.</summary>
internal sealed class FlowBuilder(ParagraphLayout paragraphs, PageGeometry page, DocxLimits limits)
{
    private readonly List<FlowItem> _items = [];
    private double _height;

    /// <summary>The items in order. Tables pinned to the bottom of the last page are given apart.</summary>
    public (List<FlowItem> Flow, List<FlowItem> Pinned) Build(IEnumerable<Block> blocks, StructureElement? parent)
    {
        var pinned = new List<FlowItem>();
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock paragraph)
            {
                Add(paragraph, parent);
            }
            else if (block is TableBlock table)
            {
                var rows = new TableLayout(table, paragraphs, page).Lay(parent);
                Count(rows.Sum(row => row.Height));
                (table.PinnedToBottom ? pinned : _items).AddRange(rows);
            }
        }

        return (_items, pinned);
    }

    private void Add(ParagraphBlock paragraph, StructureElement? parent)
    {
        var format = paragraph.Format;
        var drawn = new DrawnParagraph(paragraph, parent, page.AreaWidth);
        var lines = paragraphs.Lay(paragraph, page.AreaWidth);
        Count(lines.Sum(line => line.Height));
        for (var i = 0; i < lines.Count; i++)
        {
            var (isFirst, isLast) = (i == 0, i == lines.Count - 1);

            // Widow control ties the first two lines, and the last two.
            var tied = !isLast && (format.KeepTogether || (format.WidowControl && (isFirst || i == lines.Count - 2)));
            _items.Add(new LineItem(drawn, lines[i], page, isFirst, isLast)
            {
                SpaceBefore = isFirst ? format.Before : 0,
                KeepWithNext = tied || (isLast && format.KeepWithNext),
                BreakBefore = isFirst && format.PageBreakBefore,
                BreakAfter = lines[i].EndsPage,
            });
        }
    }

    /// <summary>Stops a document that would become unreasonably long before it costs memory.</summary>
    private void Count(double height)
    {
        _height += height;
        if (_height > limits.Pages * page.AreaHeight)
        {
            throw DocxGuard.TooLarge($"文档超过 {limits.Pages} 页，请拆分后再转换。");
        }
    }
}
