using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>
/// Turns line feeds inside merged values into Word's own. A line feed becomes a new paragraph of the same format where the paragraph is
/// plain text (so that each keeps its indent and a title's lines stay centred), and a line break where it also holds pictures or controls.
/// </summary>
internal static class LineFeeds
{
    public static void Apply(Paragraph paragraph)
    {
        if (!paragraph.InnerText.Contains('\n', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var text in paragraph.Descendants<Text>().Where(text => text.Text.Contains('\n', StringComparison.Ordinal)).ToList())
        {
            var lines = text.Text.ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    text.InsertBeforeSelf(new Break());
                }

                text.InsertBeforeSelf(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
            }

            text.Remove();
        }

        if (paragraph.Parent is not null && paragraph.ChildElements.All(child => child is ParagraphProperties or Run) && !paragraph.Descendants<Drawing>().Any())
        {
            Split(paragraph);
        }
    }

    private static void Split(Paragraph paragraph)
    {
        while (paragraph.Descendants<Break>().FirstOrDefault(IsLineFeed) is { Parent: Run run } lineBreak)
        {
            var head = new Paragraph();
            if (paragraph.ParagraphProperties is { } properties)
            {
                head.Append(properties.CloneNode(true));
            }

            foreach (var before in run.ElementsBefore().OfType<Run>().ToList())
            {
                before.Remove();
                head.Append(before);
            }

            var part = (Run)run.CloneNode(false);
            part.Append(run.ChildElements.OfType<RunProperties>().Select(p => p.CloneNode(true)));
            foreach (var piece in lineBreak.ElementsBefore().Where(e => e is not RunProperties).ToList())
            {
                piece.Remove();
                part.Append(piece);
            }

            head.Append(part);
            lineBreak.Remove();
            paragraph.InsertBeforeSelf(head);
        }
    }

    private static bool IsLineFeed(Break mark) => mark.Type is null || mark.Type.Value == BreakValues.TextWrapping;
}
