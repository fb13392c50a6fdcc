using System.Globalization;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>Lays out and draws a whole document: sections to pages, then content, headers and footers with the true page numbers.</summary>
internal sealed class PageRenderer(ParagraphLayout paragraphs, DocxLimits limits)
{
    /// <summary>Draws into <paramref name="writer"/> and returns the number of pages.</summary>
    public int Render(IReadOnlyList<Section> sections, PdfDocumentWriter writer)
    {
        var laid = sections.Select(section => (Section: section, Pages: Lay(section, writer.Structure))).ToList();
        var count = laid.Sum(part => part.Pages.Count);
        var number = 0;
        foreach (var (section, pages) in laid)
        {
            for (var i = 0; i < pages.Count; i++)
            {
                number++;
                var canvas = writer.AddPage(section.Page.Width, section.Page.Height);
                foreach (var placed in pages[i])
                {
                    placed.Item.Draw(canvas, section.Page.Left, section.Page.Top + placed.Y);
                }

                Running(canvas, section, section.Headers.For(number, i == 0), number, count, fromTop: true);
                Running(canvas, section, section.Footers.For(number, i == 0), number, count, fromTop: false);
            }
        }

        return count;
    }

    private List<List<PlacedItem>> Lay(Section section, StructureElement structure)
    {
        var (flow, pinned) = new FlowBuilder(paragraphs, section.Page, limits).Build(section.Blocks, structure);
        return new Paginator(section.Page).Paginate(flow, pinned);
    }

    private void Running(PdfCanvas canvas, Section section, IReadOnlyList<Block> blocks, int number, int count, bool fromTop)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        var (items, _) = new FlowBuilder(paragraphs, section.Page, limits).Build(blocks.Select(block => Numbered(block, number, count)), null);
        var height = items.Sum(item => item.SpaceBefore + item.Height);
        var y = fromTop ? section.Page.Header : section.Page.Height - section.Page.Footer - height;
        canvas.BeginArtifact();
        foreach (var item in items)
        {
            item.Draw(canvas, section.Page.Left, y + item.SpaceBefore);
            y += item.SpaceBefore + item.Height;
        }

        canvas.End();
    }

    private static Block Numbered(Block block, int number, int count) => block is ParagraphBlock paragraph
        ? paragraph with { Inlines = [.. paragraph.Inlines.Select(inline => inline is PageFieldInline field ? new TextInline((field.IsCount ? count : number).ToString(CultureInfo.InvariantCulture), field.Format) : inline)] }
        : block;
}
