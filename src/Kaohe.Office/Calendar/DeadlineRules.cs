namespace Kaohe.Office.Calendar;

/// <summary>A date that somebody sets by hand must be a working day; a day off is refused, not silently moved.</summary>
/// <param name="spec">The deadline.</param>
/// <param name="calendar">Which days are worked.</param>
/// <param name="path">Where it stands.</param>
public sealed class DeadlineMustBeWorkingDay(DeadlineSpec spec, WorkingCalendar calendar, string path) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override string Message =>
        $"{spec.Date:yyyy-MM-dd}不上班（{calendar.Describe(spec.Date!.Value).Name}），请改为{calendar.NextWorkingDay(spec.Date.Value).Date:yyyy-MM-dd}或其他工作日。";

    /// <inheritdoc/>
    public override bool IsBroken() => spec.Date is { } date && !calendar.IsWorkingDay(date);
}

/// <summary>A fixed deadline must not lie before the work starts.</summary>
/// <param name="spec">The deadline.</param>
/// <param name="start">First day of the work.</param>
/// <param name="path">Where it stands.</param>
public sealed class DeadlineMustNotBePast(DeadlineSpec spec, DateOnly start, string path) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override string Message => $"{spec.Date:yyyy-MM-dd}早于开始日期{start:yyyy-MM-dd}，请改为之后的工作日。";

    /// <inheritdoc/>
    public override bool IsBroken() => spec.Date is { } date && date < start;
}
