namespace Kaohe.Assessment.Rectifications;

/// <summary>What 复查 found.</summary>
public sealed record RectificationRecheck
{
    /// <summary>The day of the visit; null where none was given.</summary>
    public DateOnly? VisitedOn { get; init; }

    /// <summary>复查情况 on the whole.</summary>
    public required string Finding { get; init; }

    /// <summary>One for each measure of the report, in its order; empty where 复查 was recorded as a whole only.</summary>
    public IReadOnlyList<MeasureFinding> Measures { get; init; } = [];

    /// <summary>Who was there.</summary>
    public string By { get; init; } = "";

    /// <summary>When it was put on record.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>What 复查 found about one measure.</summary>
/// <param name="IsInPlace">到位; false for 未到位.</param>
/// <param name="Finding">What was seen.</param>
public sealed record MeasureFinding(bool IsInPlace, string Finding);
