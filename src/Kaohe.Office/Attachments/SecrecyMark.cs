using System.Text;
using System.Text.RegularExpressions;

namespace Kaohe.Office.Attachments;

/// <summary>
/// Finds the mark of a state secret: 绝密 or 机密 with ★ (保守国家秘密法实施条例), or alone on a line or in a file name as a mark would stand.
/// State secrets must not enter the system (domain.md, "state secrets"). The words inside a sentence (保守国家机密) are no mark.
/// </summary>
public static partial class SecrecyMark
{
    /// <summary>The mark found, as written; none when there is none.</summary>
    /// <param name="text">Text of a file, one paragraph a line.</param>
    public static string? FindIn(string text) =>
        Mark().Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } match ? match.Value.Trim() : null;

    /// <summary>The mark found in a file name, where the word anywhere counts.</summary>
    /// <param name="fileName">The name.</param>
    public static string? FindInName(string fileName) => NameMark().Match(fileName.Normalize(NormalizationForm.FormKC)) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"(绝\s*密|机\s*密)\s*[★☆*]|^[\s【\[(]*(密级[::]?\s*)?(绝\s*密|机\s*密)[\s】\])]*(级|件|文件|[0-9一二三四五六七八九十]+年)?\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Mark();

    [GeneratedRegex("绝密|机密", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex NameMark();
}
