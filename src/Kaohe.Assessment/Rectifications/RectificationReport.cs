namespace Kaohe.Assessment.Rectifications;

/// <summary>整改报告: 分析原因, 提出限期整改意见.</summary>
public sealed record RectificationReport
{
    /// <summary>分析原因.</summary>
    public required string Causes { get; init; }

    /// <summary>What will be done, by whom and until when.</summary>
    public required IReadOnlyList<RectificationMeasure> Measures { get; init; }

    /// <summary>The report as a file, if one was handed in.</summary>
    public string? FileId { get; init; }
}

/// <summary>One measure.</summary>
/// <param name="Shortcoming">What is wrong.</param>
/// <param name="Action">What will be done.</param>
/// <param name="ResponsibleId">Who answers for it.</param>
/// <param name="CompleteBy">By when.</param>
public sealed record RectificationMeasure(string Shortcoming, string Action, string ResponsibleId, DateOnly CompleteBy);
