using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kaohe.Office.Calendar;

/// <summary>Reads deadlines as people type them.</summary>
internal static partial class DeadlineParser
{
    private const int MaximumAmount = 750;
    private const string Examples = "请写成“10个工作日”“5天”“1个月”或“2026-03-31”";

    public static DeadlineReading Read(string? text, string path)
    {
        var plain = Blank().Replace((text ?? string.Empty).Normalize(NormalizationForm.FormKC), string.Empty);
        if (plain.Length == 0)
        {
            return Fail("DeadlineMissing", path, $"没有写期限，{Examples}。");
        }

        if (DatePattern().Match(plain) is { Success: true } date)
        {
            return ReadDate(date, text!, path);
        }

        if (plain.Contains("小时", StringComparison.Ordinal) || plain.Contains("分钟", StringComparison.Ordinal))
        {
            return Fail("DeadlineTooFine", path, $"期限“{text}”以小时或分钟计，系统按天计算，{Examples}。");
        }

        if (MonthDay().IsMatch(plain))
        {
            return Fail("DeadlineWithoutYear", path, $"期限“{text}”没有写年份，请写成“2026-03-31”。");
        }

        return Amount().Match(plain) is { Success: true } amount
            ? ReadAmount(amount, text!, path)
            : Fail("DeadlineUnreadable", path, $"看不懂期限“{text}”，{Examples}。");
    }

    private static DeadlineReading ReadDate(Match match, string text, string path)
    {
        var joined = $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}";
        return DateOnly.TryParseExact(joined, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(DeadlineSpec.On(date), Problem: null)
            : Fail("DeadlineNoSuchDate", path, $"日期“{text}”不存在，请核对月份和日子。");
    }

    private static DeadlineReading ReadAmount(Match match, string text, string path)
    {
        var amount = ChineseNumber.Read(match.Groups["n"].Value);
        if (amount is null or 0 or > MaximumAmount)
        {
            return Fail("DeadlineOutOfRange", path, $"期限“{text}”应在1到{MaximumAmount}之间，{Examples}。");
        }

        var signed = match.Groups["before"].Success ? -amount.Value : amount.Value;
        return new(match.Groups["unit"].Value switch
        {
            "工作日" => DeadlineSpec.InWorkingDays(signed),
            "月" => DeadlineSpec.InMonths(signed),
            "周" or "星期" => DeadlineSpec.InDays(7 * signed),
            _ => DeadlineSpec.InDays(signed),
        }, Problem: null);
    }

    private static DeadlineReading Fail(string code, string path, string message) => new(Spec: null, new Problem(code, path, message));

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?前?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^\d{1,2}月\d{1,2}日?前?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^(?<before>提前)?(?<n>\d{1,6}|[一二两三四五六七八九十]{1,3})(个?(?<unit>工作日|自然日|日历日|天|日|周|星期)|个(?<unit>月))(内|以内|之内)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Amount();
}
