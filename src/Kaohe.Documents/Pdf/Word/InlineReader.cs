using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>What stands in a paragraph: pieces of the line and floating pictures.</summary>
internal sealed record ParagraphContent(List<Inline> Inlines, List<FloatingPicture> Floats);

/// <summary>Reads the content of paragraphs: text, breaks, tabs, fields, pictures; through links, content controls and simple fields.</summary>
internal sealed class InlineReader(RunReader runs, DrawingReader drawings, UnsupportedMarkup unsupported)
{
    public ParagraphContent Read(Paragraph paragraph, string? style, string where)
    {
        var content = new ParagraphContent([], []);
        var field = new FieldState();
        foreach (var child in paragraph.ChildElements)
        {
            Child(child, style, where, content, field);
        }

        return content;
    }

    private void Child(OpenXmlElement child, string? style, string where, ParagraphContent content, FieldState field)
    {
        switch (child)
        {
            case Run run:
                Run(run, style, where, content, field);
                break;
            case SimpleField simple when FieldState.IsPageField(simple.Instruction?.Value, out var isCount):
                if (runs.Read(simple.Descendants<Run>().FirstOrDefault()?.RunProperties, style, where) is { } format)
                {
                    content.Inlines.Add(new PageFieldInline(isCount, format));
                }

                break;
            case Hyperlink or SimpleField or SdtRun or SdtContentRun or CustomXmlRun or OpenXmlUnknownElement { LocalName: "smartTag" }:
                foreach (var inner in child.ChildElements)
                {
                    Child(inner, style, where, content, field);
                }

                break;
            default:
                unsupported.Element(child, where);
                break;
        }
    }

    private void Run(Run run, string? style, string where, ParagraphContent content, FieldState field)
    {
        if (runs.Read(run.RunProperties, style, where) is not { } format)
        {
            return;
        }

        foreach (var child in run.ChildElements)
        {
            if (field.Take(child, out var pageField))
            {
                if (pageField is { } isCount)
                {
                    content.Inlines.Add(new PageFieldInline(isCount, format));
                }

                continue;
            }

            Piece(child, format, where, content);
        }
    }

    private void Piece(OpenXmlElement child, TextFormat format, string where, ParagraphContent content)
    {
        switch (child)
        {
            case Text text:
                content.Inlines.Add(new TextInline(text.Text, format));
                break;
            case TabChar:
                content.Inlines.Add(new TabInline(format));
                break;
            case NoBreakHyphen:
                content.Inlines.Add(new TextInline("\u2011", format));
                break;
            case Break mark when mark.Type?.Value == BreakValues.Page:
                content.Inlines.Add(new PageBreakInline());
                break;
            case Break mark when mark.Type?.Value == BreakValues.Column:
                unsupported.Report("cols", where);
                break;
            case Break or CarriageReturn:
                content.Inlines.Add(new BreakInline());
                break;
            case Drawing drawing:
                drawings.Read(drawing, where, content);
                break;
            default:
                unsupported.Element(child, where);
                break;
        }
    }
}
