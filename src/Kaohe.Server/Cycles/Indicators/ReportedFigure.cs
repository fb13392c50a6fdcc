using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Readings;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>A figure as a unit reports it.</summary>
public sealed record ReportedFigure
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The indicator.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>The period; null for the year itself.</summary>
    public string? Period { get; init; }

    /// <summary>The figure.</summary>
    public required decimal Value { get; init; }

    /// <summary>What shows that it is true; null keeps what is on record.</summary>
    public IReadOnlyList<Evidence>? Evidence { get; init; }

    /// <summary>Deductions, for 扣分法; null keeps what is on record.</summary>
    public IReadOnlyList<DeductionEntry>? Deductions { get; init; }

    /// <summary>Why a figure on record changes; not needed for a first report.</summary>
    public string? Reason { get; init; }
}

/// <summary>A reading that is to be certified.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorCode">The indicator.</param>
/// <param name="Period">The period; null for the year itself.</param>
public sealed record ReadingKey(string UnitId, string IndicatorCode, string? Period = null);
