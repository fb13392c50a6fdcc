namespace Kaohe.Assessment.Reviews;

/// <summary>A review is asked for within the days of the scheme.</summary>
/// <param name="notifiedOn">The day on which the result was notified.</param>
/// <param name="askedOn">The day of the request.</param>
/// <param name="days">Calendar days.</param>
public sealed class AskedInTimeRule(DateOnly notifiedOn, DateOnly askedOn, int days) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "公务员法复核、申诉规定；方案 timing.reviewAskDays";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (askedOn > notifiedOn.AddDays(days))
        {
            yield return new Problem("requestedOn", $"结果于 {notifiedOn:yyyy-MM-dd} 通知，申请复核的期限为 {days} 日（至 {notifiedOn.AddDays(days):yyyy-MM-dd}），已经超过。");
        }

        if (askedOn < notifiedOn)
        {
            yield return new Problem("requestedOn", "申请日期早于结果通知日期，请核对。");
        }
    }
}

/// <summary>Only the handler answers.</summary>
/// <param name="handlerId">The handler.</param>
/// <param name="by">Who answers.</param>
public sealed class HandlerAnswersRule(string? handlerId, string by) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "公务员法复核、申诉规定：由指定的复核人员办理";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (handlerId != by)
        {
            yield return new Problem("by", "只有本件的复核经办人可以答复。");
        }
    }
}
