namespace Kaohe.Office.Calendar;

/// <summary>How near a deadline is.</summary>
public enum DueState
{
    /// <summary>There is no deadline.</summary>
    None,

    /// <summary>More than three working days are left.</summary>
    Later,

    /// <summary>Three working days or fewer are left.</summary>
    Soon,

    /// <summary>It ends today.</summary>
    Today,

    /// <summary>It is past.</summary>
    Overdue,
}

/// <summary>How much time is left, in the words of the inbox.</summary>
/// <param name="State">How near it is.</param>
/// <param name="WorkingDays">Working days left; negative when overdue; 0 without deadline.</param>
/// <param name="Text">还剩 2 个工作日, 今天到期, 已逾期 3 个工作日 or 不限时.</param>
/// <param name="IsOfficial">False when a year on the way has no published table.</param>
public sealed record RemainingTime(DueState State, int WorkingDays, string Text, bool IsOfficial)
{
    private const int SoonDays = 3;

    /// <summary>Reads a deadline against the clock.</summary>
    /// <param name="now">The instant of asking.</param>
    /// <param name="dueAt">The deadline, if any.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static RemainingTime Of(DateTimeOffset now, DateTimeOffset? dueAt, WorkingCalendar calendar)
    {
        if (dueAt is not { } due)
        {
            return new(DueState.None, 0, "不限时", IsOfficial: true);
        }

        var left = calendar.WorkingDaysBetween(OfficeTime.DateOf(now), OfficeTime.DateOf(due));
        return (due < now, left.Days) switch
        {
            (true, 0) => new(DueState.Overdue, 0, "已逾期", left.IsOfficial),
            (true, var days) => new(DueState.Overdue, days, $"已逾期 {-days} 个工作日", left.IsOfficial),
            _ when OfficeTime.DateOf(now) == OfficeTime.DateOf(due) => new(DueState.Today, 0, "今天到期", left.IsOfficial),
            (_, 0) => new(DueState.Soon, 0, $"{OfficeTime.Day(OfficeTime.DateOf(due))}到期（其间无工作日）", left.IsOfficial),
            (_, var days) => new(days <= SoonDays ? DueState.Soon : DueState.Later, days, $"还剩 {days} 个工作日", left.IsOfficial),
        };
    }
}
