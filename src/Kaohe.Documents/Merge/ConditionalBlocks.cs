using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>
/// <c>{{?条件}}…{{/条件}}</c>. Marks that stand alone in paragraphs keep or remove everything between them (paragraphs and tables);
/// marks inside one paragraph keep or remove the text between them (in a repeated row they may ask about the row's own fields). <c>?!条件</c> turns the condition round, <c>?字段=值</c> compares.
/// </summary>
internal sealed class ConditionalBlocks(MergeData data, MergeNotes notes)
{
    /// <summary>Resolves the blocks whose marks stand alone in paragraphs.</summary>
    public void Apply(OpenXmlElement root)
    {
        foreach (var paragraph in root.Descendants<Paragraph>().ToList())
        {
            if (paragraph.Parent is null || !paragraph.InnerText.Contains("{{", StringComparison.Ordinal))
            {
                continue;
            }

            var text = ParagraphText.Of(paragraph);
            if (Placeholder.Find(text) is [{ Kind: PlaceholderKind.Open } only] && text.Trim().Length == only.Length)
            {
                Between(paragraph, only.Name);
            }
        }
    }

    /// <summary>The field that a condition looks at.</summary>
    public static string FieldOf(string condition)
    {
        var field = condition.TrimStart('!', '！');
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        return (equals < 0 ? field : field[..equals]).Trim();
    }

    private bool Holds(string condition)
    {
        var negated = condition[0] is '!' or '！';
        var field = FieldOf(condition);
        if (!data.TryGet(field, out var value))
        {
            notes.AddUnknown(field);
        }

        var equals = condition.IndexOf('=', StringComparison.Ordinal);
        var holds = equals < 0 ? FieldText.IsTrue(value) : FieldText.Of(value, null) == condition[(equals + 1)..].Trim();
        return holds != negated;
    }

    private void Between(Paragraph open, string condition)
    {
        var close = open.ElementsAfter().OfType<Paragraph>().FirstOrDefault(p => IsClose(ParagraphText.Of(p), condition))
            ?? throw Unbalanced(condition);
        if (!Holds(condition))
        {
            while (open.NextSibling() is { } next && !ReferenceEquals(next, close))
            {
                next.Remove();
            }
        }

        open.Remove();
        close.Remove();
    }

    /// <summary>Resolves the marks inside one paragraph, innermost first.</summary>
    public void Inside(Paragraph paragraph)
    {
        while (true)
        {
            var text = new ParagraphText(paragraph);
            var marks = Placeholder.Find(text.Value);
            var open = marks.FindLast(mark => mark.Kind == PlaceholderKind.Open);
            if (open is null)
            {
                return;
            }

            var close = marks.Find(mark => mark.Kind == PlaceholderKind.Close && mark.Start > open.Start && mark.Name == open.Name) ?? throw Unbalanced(open.Name);
            if (Holds(open.Name))
            {
                text.Replace(close.Start, close.Length, "");
                text.Replace(open.Start, open.Length, "");
            }
            else
            {
                text.Replace(open.Start, close.Start + close.Length - open.Start, "");
            }
        }
    }

    private static bool IsClose(string text, string condition) =>
        Placeholder.Find(text) is [{ Kind: PlaceholderKind.Close } close] && close.Name == condition && text.Trim().Length == close.Length;

    private static DocumentRefusedException Unbalanced(string condition) =>
        new(ProblemCodes.UnbalancedBlock, $"条件块 {{{{?{condition}}}}} 缺少对应的 {{{{/{condition}}}}}，请在模板中补上。");
}
