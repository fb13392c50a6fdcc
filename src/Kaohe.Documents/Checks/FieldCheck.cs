using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Merge;

namespace Kaohe.Documents.Checks;

/// <summary>Reads the placeholders of one part: known fields, closed blocks, braces in order.</summary>
internal sealed partial class FieldCheck(string part, HashSet<string>? known)
{
    private readonly List<DocumentProblem> _problems = [];
    private readonly List<(string Name, OpenXmlElement Parent, string Where)> _open = [];

    public IReadOnlyList<DocumentProblem> Check(OpenXmlElement root)
    {
        var number = 0;
        foreach (var paragraph in root.Descendants<Paragraph>())
        {
            Paragraph(paragraph, $"{part}第{++number}段");
        }

        foreach (var (name, _, where) in _open)
        {
            Unclosed(name, where);
        }

        foreach (var tag in root.Descendants<SdtElement>().Select(control => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value).OfType<string>())
        {
            if (Placeholder.Find("{{" + tag + "}}") is [{ Kind: PlaceholderKind.Value } field])
            {
                Known(field.Name, part + "内容控件");
            }
        }

        return _problems;
    }

    private void Paragraph(Paragraph paragraph, string where)
    {
        var text = ParagraphText.Of(paragraph);
        var fields = Placeholder.Find(text);
        Braces(text, fields, where);
        foreach (var field in fields)
        {
            Known(field.Kind is PlaceholderKind.Open or PlaceholderKind.Close ? ConditionalBlocks.FieldOf(field.Name) : field.Name, where);
        }

        if (fields is [{ Kind: PlaceholderKind.Open or PlaceholderKind.Close } only] && text.Trim().Length == only.Length)
        {
            Alone(only, paragraph.Parent!, where);
        }
        else
        {
            Inside(fields, where);
        }
    }

    private void Alone(Placeholder mark, OpenXmlElement parent, string where)
    {
        if (mark.Kind == PlaceholderKind.Open)
        {
            _open.Add((mark.Name, parent, where));
            return;
        }

        var at = _open.FindLastIndex(open => open.Name == mark.Name && ReferenceEquals(open.Parent, parent));
        if (at < 0)
        {
            Unopened(mark.Name, where);
            return;
        }

        foreach (var (name, _, place) in _open[(at + 1)..])
        {
            Unclosed(name, place);
        }

        _open.RemoveRange(at, _open.Count - at);
    }

    private void Inside(List<Placeholder> fields, string where)
    {
        var open = new Stack<string>();
        foreach (var mark in fields)
        {
            if (mark.Kind == PlaceholderKind.Open)
            {
                open.Push(mark.Name);
            }
            else if (mark.Kind == PlaceholderKind.Close && !(open.TryPeek(out var name) && name == mark.Name && open.Pop() is not null))
            {
                Unopened(mark.Name, where);
            }
        }

        foreach (var name in open)
        {
            Unclosed(name, where);
        }
    }

    private void Braces(string text, List<Placeholder> fields, string where)
    {
        var rest = text;
        for (var i = fields.Count - 1; i >= 0; i--)
        {
            rest = rest.Remove(fields[i].Start, fields[i].Length);
        }

        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
        {
            _problems.Add(new(ProblemCodes.BadPlaceholder, where, "花括号不成对，字段应写成 {{字段}}。"));
        }
        else if (SinglePattern().Match(rest) is { Success: true } slip)
        {
            _problems.Add(new(ProblemCodes.BadPlaceholder, where, $"“{slip.Value}”只有一层花括号，如果是字段，应写成 {{{slip.Value}}}。", IsBlocking: false));
        }
    }

    private void Known(string name, string where)
    {
        if (known is not null && !known.Contains(name))
        {
            _problems.Add(new(ProblemCodes.UnknownField, where, $"字段“{name}”不在字段表中，请对照字段表更正{Suggestion(name)}。"));
        }
    }

    /// <summary>A field that looks like it: shares half of its characters or more.</summary>
    private string Suggestion(string name)
    {
        var near = known!.Select(field => (Field: field, Common: field.Intersect(name).Count())).Where(pair => pair.Common * 2 >= Math.Max(pair.Field.Length, name.Length)).OrderByDescending(pair => pair.Common).FirstOrDefault();
        return near.Field is null ? "" : $"，是否为“{near.Field}”";
    }

    private void Unclosed(string name, string where) => _problems.Add(new(ProblemCodes.UnbalancedBlock, where, $"条件块 {{{{?{name}}}}} 没有在同一层结束，请补上 {{{{/{name}}}}}。"));

    private void Unopened(string name, string where) => _problems.Add(new(ProblemCodes.UnbalancedBlock, where, $"{{{{/{name}}}}} 之前没有对应的 {{{{?{name}}}}}，请补上或删除。"));

    [GeneratedRegex(@"\{[^{}]{1,30}\}", RegexOptions.NonBacktracking)]
    private static partial Regex SinglePattern();
}
