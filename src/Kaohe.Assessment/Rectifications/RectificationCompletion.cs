namespace Kaohe.Assessment.Rectifications;

/// <summary>What a unit reports about its measures when it applies for 销号.</summary>
public sealed record RectificationCompletion
{
    /// <summary>One for each measure of the report, in its order.</summary>
    public required IReadOnlyList<MeasureCompletion> Measures { get; init; }

    /// <summary>总体情况和销号申请, in the unit's own words.</summary>
    public required string Statement { get; init; }

    /// <summary>Who reported it.</summary>
    public string By { get; init; } = "";

    /// <summary>When it was reported.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>How far one measure has come, as the unit says.</summary>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="Progress">完成情况.</param>
public sealed record MeasureCompletion(bool IsDone, string Progress);
