namespace Kaohe.Assessment.Indicators;

/// <summary>A unit's target for an indicator in one year.</summary>
public sealed record Target
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The 二级指标.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>确保 target, in the indicator's measure.</summary>
    public required decimal Sure { get; init; }

    /// <summary>力争 target, if one was set.</summary>
    public decimal? Stretch { get; init; }

    /// <summary>Figure of the year before, for methods that look at growth.</summary>
    public decimal? Base { get; init; }

    /// <summary>How the 领导组 set it; null when it was entered or imported by 考核办.</summary>
    public TargetApproval? Approval { get; init; }
}

/// <summary>The 领导组's approval of a target, with what was in force before.</summary>
/// <param name="InstanceId">The run of the flow 指标下达 in which it was approved.</param>
/// <param name="By">Who approved.</param>
/// <param name="At">When.</param>
/// <param name="Grounds">On what it rests: the unit's grounds, or why 考核办 departed from them.</param>
/// <param name="FormerSure">确保 before; null when none was set.</param>
/// <param name="FormerStretch">力争 before.</param>
public sealed record TargetApproval(string InstanceId, string By, DateTimeOffset At, string Grounds, decimal? FormerSure, decimal? FormerStretch);

/// <summary>A unit is excused (免考) from an indicator; its points go to the other children of the same parent.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorCode">The indicator.</param>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="DecidedBy">Who decided.</param>
public sealed record Exemption(string UnitId, string IndicatorCode, string Reason, string DecidedBy);
