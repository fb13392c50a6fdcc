using Kaohe.Assessment.Indicators.Methods;

namespace Kaohe.Assessment.Indicators;

/// <summary>二级指标: what is measured, by whom it is certified, and how it is scored.</summary>
public sealed record Indicator
{
    /// <summary>Stable code, unique in the tree. Trees of different types may share a code, and then share the comparison.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>Unit of measure, for example 亿元 or %.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Points.</summary>
    public required decimal Weight { get; init; }

    /// <summary>How a reading becomes a score.</summary>
    public required ScoringMethod Method { get; init; }

    /// <summary>The data department (数据认定部门) that certifies the figures, by unit id.</summary>
    public required string CertifierUnitId { get; init; }

    /// <summary>What exactly is counted, in Chinese.</summary>
    public string Definition { get; init; } = "";

    /// <summary>The five-year goal it serves, if any.</summary>
    public string? GoalCode { get; init; }
}
