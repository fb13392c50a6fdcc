using System.Globalization;

namespace Kaohe.Documents.Merge;

/// <summary>Writes a value as the text of an official document.</summary>
internal static class FieldText
{
    private const string ChineseDate = "yyyy年M月d日";
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>
    /// Dates without a format read 2026年3月31日 (GB/T 9704 wants Arabic figures without leading zeros); decimals keep the digits they have;
    /// a text that is an ISO date follows a date format.
    /// </summary>
    public static string Of(object? value, string? format) => value switch
    {
        null => "",
        string text => format is not null && TryDate(text, out var date) ? date.ToString(Quoted(format), Chinese) : text,
        bool flag => flag ? "是" : "否",
        DateTime or DateTimeOffset or DateOnly => ((IFormattable)value).ToString(Quoted(format ?? ChineseDate), Chinese),
        IFormattable number => number.ToString(format, Chinese),
        IEnumerable<object?> items => string.Join('、', items.Select(item => Of(item, format))),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a condition holds: present, and not false, empty, zero or an empty list.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null or false or "" => false,
        ICollection<object?> list => list.Count > 0,
        decimal number => number != 0,
        int number => number != 0,
        _ => true,
    };

    private static bool TryDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        || (text.Length > 18 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) && Take(moment, out date));

    private static bool Take(DateTimeOffset moment, out DateTime date)
    {
        date = moment.DateTime;
        return true;
    }

    /// <summary>The letters of a date format are its fields; every Chinese character stands for itself.</summary>
    private static string Quoted(string format) => string.Concat(format.Select(c => c > 0x7F ? $"'{c}'" : c.ToString()));
}
