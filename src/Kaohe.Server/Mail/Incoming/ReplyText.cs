using System.Text.RegularExpressions;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>
/// Cuts a reply down to what its sender wrote: the quoted mail and the mail program's signature go, as Outlook, QQ邮箱, 网易, Foxmail, iPhone and Gmail write
/// them, in Chinese and English.
/// </summary>
public static partial class ReplyText
{
    private const int Milliseconds = 200;
    private const int LongestWrap = 3;
    private const int HeaderLines = 6;

    /// <summary>What the sender wrote; empty when there is nothing but quotes.</summary>
    /// <param name="text">The plain text of a mail.</param>
    public static string Cut(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Replace("\u200b", "", StringComparison.Ordinal).Split('\n');
        List<string> kept = [];
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line == "--" || StartsQuote(lines, at))
            {
                break;
            }

            if (AttributionAt(lines, at) is > 0 and var wrapped)
            {
                // What follows with > is skipped line by line and text may stand below it; what follows without is all quoted.
                if (!NextIsMarked(lines, at + wrapped))
                {
                    break;
                }

                at += wrapped - 1;
            }
            else if (!line.StartsWith('>') && !ProgramSignature().IsMatch(line))
            {
                kept.Add(lines[at].TrimEnd());
            }
        }

        return Trim(kept);
    }

    // ------ 原始邮件 ------, a line of underscores, or the head of a mail (发件人, 发送时间, 收件人, 主题).
    private static bool StartsQuote(string[] lines, int at) =>
        Divider().IsMatch(lines[at].Trim())
        || (Sender().IsMatch(lines[at]) && lines.Skip(at + 1).Where(line => !string.IsNullOrWhiteSpace(line)).Take(HeaderLines).Count(line => HeaderLine().IsMatch(line)) >= 2);

    // "在 2026年3月2日，考核办 <…> 写道：", perhaps wrapped over lines; how many lines it takes, 0 when it is none.
    private static int AttributionAt(string[] lines, int at)
    {
        var joined = "";
        for (var count = 1; count <= LongestWrap && at + count <= lines.Length; count++)
        {
            var line = lines[at + count - 1].Trim();
            if (line.Length == 0)
            {
                return 0;
            }

            joined += joined.Length == 0 ? line : " " + line;
            if (Attribution().IsMatch(joined))
            {
                return count;
            }

            if (!AttributionStart().IsMatch(joined))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool NextIsMarked(string[] lines, int at) => lines.Skip(at).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.TrimStart().StartsWith('>') == true;

    // Foxmail and others close with the sender's address or a rule before the quote.
    private static string Trim(List<string> kept)
    {
        while (kept.Count > 0 && (string.IsNullOrWhiteSpace(kept[^1]) || Rule().IsMatch(kept[^1].Trim()) || OnlyAddress().IsMatch(kept[^1].Trim())))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return BlankLines().Replace(string.Join('\n', kept).Trim(), "\n\n");
    }

    [GeneratedRegex(@"^(-{2,} *(原始邮件|邮件原件|原邮件|回复的原邮件|转发的邮件|转发邮件信息|Original Message|Original|Forwarded message|Reply message) *-{2,}|_{20,})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^[\s>*]*(发件人|寄件者|From)\s*\*?\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^[\s>*|]*(发送时间|发送日期|日期|时间|收件人|抄送|主题|Sent|Date|To|Cc|Subject)\s*\*?\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^(在|于|On\s|At\s).{6,300}(写道|wrote)\s*[:：]$|^[^。！？]{1,120}(于|在)\s?\d{4}.{4,160}写道\s*[:：]$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(在|于)\s?\d{4}|^(On|At)\s.*\d{4}|^[^。！？]{1,120}(于|在)\s?\d{4}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex AttributionStart();

    [GeneratedRegex(
        @"^(发自我的.{1,30}|发自 ?(Outlook|iPhone|iPad|网易|华为|小米|OPPO|vivo|荣耀).{0,30}|来自我的.{1,30}|来自.{0,12}(邮箱|邮件)(大师)?(手机版|客户端| for .{1,20})?|从我的.{1,20}发送|从 ?Windows ?版邮件发送|通过.{1,12}手机发送"
        + @"|Sent from (my|Outlook|Mail|Windows).{0,40}|Get Outlook for .{1,20}|获取 ?Outlook.{0,20})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Milliseconds)]
    private static partial Regex ProgramSignature();

    [GeneratedRegex(@"^[-—_=*]{2,}$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^<?[\w.+-]{1,64}@[\w.-]{1,190}>?$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex OnlyAddress();

    [GeneratedRegex(@"\n{3,}", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex BlankLines();
}
