namespace Kaohe.Assessment.Grades;

/// <summary>等次决定: what the 领导组 decided about one unit.</summary>
public sealed record GradeDecision
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Its group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>What the system had proposed; empty when it left the decision to the 领导组.</summary>
    public Grade? Proposed { get; init; }

    /// <summary>The grade.</summary>
    public required Grade Decided { get; init; }

    /// <summary>Why it differs from the proposal, or how a tie was decided.</summary>
    public string Reason { get; init; } = "";

    /// <summary>For 好 in a group that goes over its quota: why.</summary>
    public string? OverQuotaReason { get; init; }

    /// <summary>Who put it on record for the 领导组.</summary>
    public required string By { get; init; }

    /// <summary>Number or title of the minutes (会议纪要).</summary>
    public required string Minutes { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True when the 领导组 departed from the proposal.</summary>
    public bool Differs => Proposed != Decided;
}

/// <summary>What the 领导组 chose for one unit, where it does not simply adopt the proposal.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Grade">The chosen grade.</param>
/// <param name="Reason">Why.</param>
public sealed record GradeChoice(string UnitId, Grade Grade, string Reason);

/// <summary>A sitting of the 领导组 on the grades of one group.</summary>
public sealed record GradeSitting
{
    /// <summary>Choices that depart from the proposal or decide a tie; every other unit gets its proposal.</summary>
    public IReadOnlyList<GradeChoice> Choices { get; init; } = [];

    /// <summary>Who puts it on record.</summary>
    public required string By { get; init; }

    /// <summary>Number or title of the minutes.</summary>
    public required string Minutes { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why there are more 好 than seats; the only way to go over the quota.</summary>
    public string? OverQuotaReason { get; init; }
}
