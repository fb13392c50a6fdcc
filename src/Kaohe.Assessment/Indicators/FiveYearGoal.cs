namespace Kaohe.Assessment.Indicators;

/// <summary>五年总目标, for example 生产总值: 年均增长 26%, 确保 1200 亿元, 力争 1600 亿元.</summary>
public sealed record FiveYearGoal
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>Unit of measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Average growth a year, in percent.</summary>
    public required decimal AnnualGrowth { get; init; }

    /// <summary>True when the goal says 以上: the growth is a lower bound.</summary>
    public bool GrowthIsLowerBound { get; init; }

    /// <summary>确保: what must be reached in the last year.</summary>
    public required decimal Sure { get; init; }

    /// <summary>力争: what is striven for; empty when the goal names one figure only.</summary>
    public decimal? Stretch { get; init; }

    /// <summary>Where it stands written.</summary>
    public required string Citation { get; init; }

    /// <summary>The figure a year should reach when the base year stood at <paramref name="baseValue"/>, by compound growth.</summary>
    public decimal After(int years, decimal baseValue) =>
        Enumerable.Range(0, years).Aggregate(baseValue, (value, _) => value * (1m + (AnnualGrowth / 100m)));
}
