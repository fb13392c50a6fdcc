using System.Globalization;

namespace Kaohe.Office.Calendar;

/// <summary>Small whole numbers in digits or as 一…九十九.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    public static int? Read(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var parts = text.Replace('两', '二').Split('十');
        return parts.Length switch
        {
            1 => Digit(parts[0], whenEmpty: null),
            2 => (Digit(parts[0], whenEmpty: 1) * 10) + Digit(parts[1], whenEmpty: 0),
            _ => null,
        };
    }

    private static int? Digit(string text, int? whenEmpty) => text.Length switch
    {
        0 => whenEmpty,
        1 when Digits.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var digit => digit,
        _ => null,
    };
}
