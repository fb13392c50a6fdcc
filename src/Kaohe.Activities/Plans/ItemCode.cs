using System.Globalization;

namespace Kaohe.Activities.Plans;

/// <summary>Names an item and the round it is in, so that a late signal of an earlier round is recognised: <c>report</c>, <c>report#1</c>.</summary>
internal static class ItemCode
{
    private const char Mark = '#';

    public static string Of(string code, int round) => round == 0 ? code : string.Create(CultureInfo.InvariantCulture, $"{code}{Mark}{round}");

    public static (string Code, int Round) Parse(string text)
    {
        var at = text.LastIndexOf(Mark);
        return at > 0 && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? (text[..at], round) : (text, 0);
    }
}
