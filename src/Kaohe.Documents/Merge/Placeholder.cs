using System.Globalization;
using System.Text.RegularExpressions;

namespace Kaohe.Documents.Merge;

/// <summary>What a <c>{{…}}</c> asks for.</summary>
internal enum PlaceholderKind
{
    /// <summary><c>{{字段}}</c> or <c>{{字段:格式}}</c>.</summary>
    Value,

    /// <summary><c>{{图:名称|毫米}}</c>.</summary>
    Picture,

    /// <summary><c>{{?条件}}</c>, <c>{{?!条件}}</c>, <c>{{?字段=值}}</c>.</summary>
    Open,

    /// <summary><c>{{/条件}}</c>.</summary>
    Close,
}

/// <summary>One placeholder in a paragraph. Full-width ： and ｜ are read like their half-width forms, since a Chinese keyboard gives them.</summary>
internal sealed partial record Placeholder(PlaceholderKind Kind, string Name, string? Format, double Millimetres, int Start, int Length)
{
    private static readonly char[] Colons = [':', '：'];
    private static readonly char[] Bars = ['|', '｜'];

    /// <summary>The list of a column placeholder: <c>明细</c> of <c>明细.得分</c>, else null.</summary>
    public string? List => Kind is PlaceholderKind.Value && Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Name[..dot] : null;

    /// <summary>The placeholders of a paragraph's text, in order.</summary>
    public static List<Placeholder> Find(string text)
    {
        var found = new List<Placeholder>();
        if (text.Contains("{{", StringComparison.Ordinal))
        {
            foreach (var match in Pattern().Matches(text).Cast<Match>())
            {
                found.Add(Parse(match.Groups["inner"].Value.Trim(), match.Index, match.Length));
            }
        }

        return found;
    }

    private static Placeholder Parse(string inner, int start, int length)
    {
        if (inner[0] is '?' or '？')
        {
            return new(PlaceholderKind.Open, inner[1..].Trim(), null, 0, start, length);
        }

        if (inner[0] == '/')
        {
            return new(PlaceholderKind.Close, inner[1..].Trim(), null, 0, start, length);
        }

        var colon = inner.IndexOfAny(Colons);
        var name = (colon < 0 ? inner : inner[..colon]).Trim();
        var rest = colon < 0 ? null : inner[(colon + 1)..].Trim();
        if (name != "图" || rest is null)
        {
            return new(PlaceholderKind.Value, name, rest, 0, start, length);
        }

        var bar = rest.IndexOfAny(Bars);
        var width = bar > 0 && double.TryParse(rest[(bar + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var given) ? given : 0;
        return new(PlaceholderKind.Picture, (bar < 0 ? rest : rest[..bar]).Trim(), null, width, start, length);
    }

    [GeneratedRegex(@"\{\{\s*(?<inner>[^{}\s][^{}]*)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
