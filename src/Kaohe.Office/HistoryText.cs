namespace Kaohe.Office;

/// <summary>The one wording of a history line.</summary>
internal static class HistoryText
{
    public static string Line(DateTimeOffset at, string actor, string? principal, string verb, string? detail, int? thisYear)
    {
        var who = principal is null ? actor : $"{actor}（代{principal}）";
        var what = string.IsNullOrWhiteSpace(detail) ? verb : $"{verb}：{detail}";
        return $"{OfficeTime.Moment(at, thisYear)} {who} {what}";
    }
}
