using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Pdf.Layout;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads the paragraphs and tables of one part, whose pictures are found by the part's own relations.</summary>
internal sealed class BlockReader
{
    private readonly UnsupportedMarkup _unsupported;
    private readonly RunReader _runs;
    private readonly ParagraphReader _paragraphs;
    private readonly TableReader _tables;
    private int _paragraph;

    public BlockReader(OpenXmlPart part, StyleSheet styles, UnsupportedMarkup unsupported, ConversionNotes notes, DocxLimits limits)
    {
        _unsupported = unsupported;
        _runs = new RunReader(styles, unsupported, notes);
        var inlines = new InlineReader(_runs, new DrawingReader(part, unsupported, notes, limits), unsupported);
        _paragraphs = new ParagraphReader(styles, _runs, inlines, unsupported);
        _tables = new TableReader(styles, _paragraphs, unsupported);
    }

    /// <summary>Points of one line of the page grid, 0 without a grid.</summary>
    public double Grid { init => _paragraphs.Grid = value; }

    /// <summary>Points after each character from the page grid.</summary>
    public double GridTracking { init => _runs.GridTracking = value; }

    /// <summary>Null for what prints nothing.</summary>
    public Block? Read(OpenXmlElement block, double areaWidth, string part)
    {
        _paragraph++;
        var where = $"{part}第{_paragraph}段";
        switch (block)
        {
            case Paragraph paragraph:
                return _paragraphs.Read(paragraph, where);
            case Table table:
                return _tables.Read(table, areaWidth, where);
            default:
                _unsupported.Element(block, where);
                return null;
        }
    }
}
