using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>
/// The text of one paragraph as a single string over its runs. Word splits typed text over runs at will, so a placeholder is found in
/// the whole and written into the run where it starts; the rest of it is cut from the runs that follow.
/// </summary>
internal sealed class ParagraphText
{
    private readonly List<Text> _pieces;

    public ParagraphText(Paragraph paragraph)
    {
        Paragraph = paragraph;
        _pieces = [.. paragraph.Descendants<Text>().Where(text => ReferenceEquals(text.Ancestors<Paragraph>().First(), paragraph))];
        Value = _pieces.Count == 1 ? _pieces[0].Text : string.Concat(_pieces.Select(piece => piece.Text));
    }

    public Paragraph Paragraph { get; }

    /// <summary>The text when this object was made.</summary>
    public string Value { get; }

    /// <summary>Replaces a stretch and returns the text node that now holds the replacement. Call from the end of the paragraph to its start.</summary>
    public Text Replace(int start, int length, string replacement)
    {
        Text? holder = null;
        var at = 0;
        foreach (var piece in _pieces)
        {
            var text = piece.Text;
            var from = Math.Max(start, at) - at;
            var to = Math.Min(start + length, at + text.Length) - at;
            at += text.Length;
            if (from >= to)
            {
                continue;
            }

            piece.Text = string.Concat(text.AsSpan(0, from), holder is null ? replacement : "", text.AsSpan(to));
            piece.Space = SpaceProcessingModeValues.Preserve;
            holder ??= piece;
        }

        return holder ?? throw new ArgumentOutOfRangeException(nameof(start));
    }

    public static string Of(OpenXmlElement element) => string.Concat(element.Descendants<Text>().Select(text => text.Text));
}
