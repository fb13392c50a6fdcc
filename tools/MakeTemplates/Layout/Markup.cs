using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MakeTemplates.Layout;

/// <summary>Small pieces of Word markup.</summary>
internal static class Markup
{
    public static Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph { ParagraphProperties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } } };
        paragraph.Append(content);
        return paragraph;
    }

    public static Run Run(string text, string? font = null)
    {
        var run = new Run();
        if (font is not null)
        {
            run.Append(new RunProperties(new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font }));
        }

        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static Paragraph KeepWithNext(this Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }
}
