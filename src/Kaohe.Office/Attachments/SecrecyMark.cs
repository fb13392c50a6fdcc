using System.Text;
using System.Text.RegularExpressions;

namespace Kaohe.Office.Attachments;

/// <summary>
/// Finds the mark of a state secret: 绝密 or 机密 with ★ (保守国家秘密法实施条例), or alone on a line or in a file name as a mark would stand.
/// State secrets must not enter the system (domain.md, "state secrets"). The words inside a sentence (保守国家机密) are no mark.
/// </summary>
public static partial class SecrecyMark
{
    // A line longer than this is a sentence, not a mark. It also keeps the search linear on hostile text.
    private const int LongestMark = 24;

    private static readonly string[] Starred = ["绝密★", "机密★", "绝密☆", "机密☆", "绝密*", "机密*"];

    /// <summary>The mark found, without blanks; none when there is none.</summary>
    /// <param name="text">Text of a file, one paragraph a line.</param>
    public static string? FindIn(string text)
    {
        foreach (var line in text.Normalize(NormalizationForm.FormKC).AsSpan().EnumerateLines())
        {
            var compact = WithoutBlanks(line);
            if (Array.Find(Starred, mark => compact.Contains(mark, StringComparison.Ordinal)) is { } starred)
            {
                return starred;
            }

            if (compact.Length <= LongestMark && MarkAlone().Match(compact) is { Success: true } alone)
            {
                return alone.Value;
            }
        }

        return null;
    }

    /// <summary>The mark found in a file name, where the word anywhere counts.</summary>
    /// <param name="fileName">The name.</param>
    public static string? FindInName(string fileName)
    {
        var compact = WithoutBlanks(fileName.Normalize(NormalizationForm.FormKC));
        return compact.Contains("绝密", StringComparison.Ordinal) ? "绝密" : compact.Contains("机密", StringComparison.Ordinal) ? "机密" : null;
    }

    private static string WithoutBlanks(ReadOnlySpan<char> text)
    {
        StringBuilder compact = new();
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                compact.Append(letter);
            }
        }

        return compact.ToString();
    }

    [GeneratedRegex(@"^[【\[(]?(密级:?)?[【\[(]?(绝密|机密)[】\])]?(级|件|文件|[0-9一二三四五六七八九十]{1,3}年)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex MarkAlone();
}
