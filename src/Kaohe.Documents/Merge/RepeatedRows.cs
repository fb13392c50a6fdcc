using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>
/// A table row that holds <c>{{明细.得分}}</c> is repeated for each row of the list 明细; neighbouring rows of the same list repeat
/// together. A paragraph outside a table that holds one is repeated likewise. Header rows hold no such field and stay as they are.
/// </summary>
internal sealed class RepeatedRows(MergeData data, MergeNotes notes, Action<Paragraph, MergeData> fill)
{
    public void Apply(OpenXmlElement root)
    {
        foreach (var row in root.Descendants<TableRow>().ToList())
        {
            if (row.Parent is not null && ListOf(row) is { } list)
            {
                Repeat(list, [row, .. row.ElementsAfter().TakeWhile(next => next is TableRow && ListOf(next) == list)]);
            }
        }

        foreach (var paragraph in root.Descendants<Paragraph>().ToList())
        {
            if (paragraph.Parent is not null && paragraph.Parent is not TableCell && ListOf(paragraph) is { } list)
            {
                Repeat(list, [paragraph]);
            }
        }
    }

    private string? ListOf(OpenXmlElement element)
    {
        if (!element.InnerText.Contains("{{", StringComparison.Ordinal))
        {
            return null;
        }

        var paragraphs = element is Paragraph own ? [own] : element.Descendants<Paragraph>();
        foreach (var list in paragraphs.SelectMany(p => Placeholder.Find(ParagraphText.Of(p))).Select(p => p.List).OfType<string>())
        {
            if (data.TryGetRows(list, out _))
            {
                return list;
            }

            if (!data.TryGet(list, out var value))
            {
                notes.AddUnknown(list);
            }
            else if (value is null)
            {
                notes.AddMissing(list);
            }
        }

        return null;
    }

    // A row tied to what follows the table (a signature) means the last of the list: tied to each other, a hundred rows would leave no place for a page's end.
    private static void LetGo(OpenXmlElement row)
    {
        foreach (var tie in row.Descendants<KeepNext>().ToList())
        {
            tie.Remove();
        }
    }

    private void Repeat(string list, IReadOnlyList<OpenXmlElement> pattern)
    {
        data.TryGetRows(list, out var rows);
        for (var i = 0; i < rows.Count; i++)
        {
            var scope = data.ForRow(list, rows[i], i, rows.Count);
            foreach (var original in pattern)
            {
                var copy = original.CloneNode(true);
                pattern[0].InsertBeforeSelf(copy);
                if (copy is TableRow && ReferenceEquals(original, pattern[^1]) && i < rows.Count - 1)
                {
                    LetGo(copy);
                }

                foreach (var paragraph in copy is Paragraph own ? [own] : copy.Descendants<Paragraph>().ToList())
                {
                    fill(paragraph, scope);
                }
            }
        }

        foreach (var original in pattern)
        {
            original.Remove();
        }
    }
}
