using System.Buffers;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>避头尾: which marks may not open or close a line, and where a line may turn (GB/T 15834 and common typesetting practice).</summary>
internal static class Kinsoku
{
    private static readonly SearchValues<char> NotAtStart = SearchValues.Create("，。、；：？！）〕》〉」』”’】％℃·,.;:?!)]}%～—…々ー");
    private static readonly SearchValues<char> NotAtEnd = SearchValues.Create("（〔《〈「『“‘【([{￥$");

    /// <summary>Full-width marks whose blank half may be given up to bring a closing mark onto the line.</summary>
    private static readonly SearchValues<char> HalfBlank = SearchValues.Create("，。、；：？！）〕》〉」』”’】（〔《〈「『“‘【");

    /// <summary>Signs that belong to the number before them.</summary>
    private static readonly SearchValues<char> Units = SearchValues.Create("年月日号时分％%℃");

    public static bool MayNotStart(int c) => c < 0x10000 && NotAtStart.Contains((char)c);

    public static bool MayNotEnd(int c) => c < 0x10000 && NotAtEnd.Contains((char)c);

    public static bool IsHalfBlank(int c) => c < 0x10000 && HalfBlank.Contains((char)c);

    /// <summary>Characters that are set in the Chinese face and may be turned between; quotes and dashes are Chinese in these documents.</summary>
    public static bool IsChinese(int c) => c >= 0x2E80 || c is 0x2014 or 0x2026 or 0x201C or 0x201D or 0x2018 or 0x2019 or 0xB7 or (>= 0x2460 and <= 0x24FF);

    /// <summary>Whether a line may turn between two neighbours.</summary>
    public static bool MayBreak(int before, int after)
    {
        if (MayNotStart(after) || MayNotEnd(before))
        {
            return false;
        }

        if (IsChinese(before) && IsChinese(after))
        {
            return true;
        }

        if (before is ' ' or '-')
        {
            return after != ' ';
        }

        return after != ' ' && (IsChinese(before) || (IsChinese(after) && !(before is >= '0' and <= '9' && Units.Contains((char)Math.Min(after, 0xFFFF)))));
    }
}
