namespace Kaohe.Assessment.Announcements;

/// <summary>An announcement names period, basis, content, team, liaison, telephone and mailbox.</summary>
/// <param name="announcement">The announcement.</param>
public sealed class AnnouncementIsCompleteRule(Announcement announcement) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节三 考核预告：写明考核期间、依据、内容、考核组、联络员、电话、邮箱（文县2016年做法）";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        (string Path, string Name, string Text)[] fields =
        [
            ("period", "考核期间", announcement.Period),
            ("basis", "考核依据", announcement.Basis),
            ("content", "考核内容", announcement.Content),
            ("team", "考核组", announcement.Team),
            ("liaison", "联络员", announcement.Liaison),
            ("phone", "联系电话", announcement.Phone),
            ("mailbox", "意见箱或电子邮箱", announcement.Mailbox),
        ];
        return fields.Where(field => string.IsNullOrWhiteSpace(field.Text))
            .Select(field => new Problem(field.Path, $"考核预告没有写明“{field.Name}”，请补充。"));
    }
}

/// <summary>An announcement goes out the scheme's working days before the team arrives.</summary>
/// <param name="signBefore">The last day.</param>
/// <param name="today">Today.</param>
public sealed class AnnouncedInTimeRule(DateOnly signBefore, DateOnly today) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 timing.advanceNoticeWorkingDays";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (today > signBefore)
        {
            yield return new Problem("arrivesOn", $"预告最迟应于 {signBefore:yyyy-MM-dd} 发出，现已来不及，请推迟进驻日期。");
        }
    }
}

/// <summary>A posting is confirmed once.</summary>
/// <param name="announcement">The announcement.</param>
public sealed class PostedOnceRule(Announcement announcement) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节三 考核预告";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (announcement.Posted is not null)
        {
            yield return new Problem("posted", "已确认过张贴，不必重复确认。");
        }
    }
}
