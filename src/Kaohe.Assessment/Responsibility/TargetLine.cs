using Kaohe.Assessment.Indicators;

namespace Kaohe.Assessment.Responsibility;

/// <summary>One line of the table from which a year's targets are set: what is in force, what the unit proposed, what 考核办 made of it.</summary>
public sealed record TargetLine
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Its short name.</summary>
    public required string UnitName { get; init; }

    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>Figure of the year before: the base of the target in force, else the certified reading; null when neither is known.</summary>
    public decimal? LastYear { get; init; }

    /// <summary>The target in force before the 领导组 decides; null when none is set.</summary>
    public Target? Present { get; init; }

    /// <summary>What the unit proposed; null when it has not.</summary>
    public ProposedTarget? Proposed { get; init; }

    /// <summary>What 考核办 put in its place, with the reason; null when it took the proposal over.</summary>
    public CollatedTarget? Collated { get; init; }

    /// <summary>确保 as it goes to the 领导组; null when nobody has named one.</summary>
    public decimal? Sure => Collated is null ? Suggested.Sure : Collated.Sure;

    /// <summary>力争 as it goes to the 领导组.</summary>
    public decimal? Stretch => Collated is null ? Suggested.Stretch : Collated.Stretch;

    /// <summary>Whether it is anything but the target in force.</summary>
    public bool IsChanged => (Sure, Stretch) != (Present?.Sure, Present?.Stretch);

    /// <summary>Whether 考核办 departs from the unit.</summary>
    public bool IsAdjusted => Collated is not null && (Collated.Sure, Collated.Stretch) != Suggested;

    /// <summary>On what the target rests: the reason of 考核办 where it departs from the unit, else what the unit gave.</summary>
    public string Grounds => IsAdjusted ? Collated!.Reason : Proposed?.Grounds ?? "";

    /// <summary>Where 考核办 begins: with the proposal, or without one with what is in force.</summary>
    public (decimal? Sure, decimal? Stretch) Suggested => Proposed is { } proposed ? (proposed.Sure, proposed.Stretch) : (Present?.Sure, Present?.Stretch);

    /// <summary>The target as it will be in force; null while no 确保 is named.</summary>
    public Target? ToTarget() => Sure is not { } sure ? null : new Target
    {
        UnitId = UnitId,
        IndicatorCode = Indicator.Code,
        Sure = sure,
        Stretch = Stretch,
        Base = Present?.Base ?? LastYear ?? Proposed?.LastYear,
    };
}

/// <summary>What 考核办 puts in place of a proposed target.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorCode">The 二级指标.</param>
/// <param name="Sure">确保.</param>
/// <param name="Stretch">力争, if any.</param>
/// <param name="Reason">Why.</param>
public sealed record CollatedTarget(string UnitId, string IndicatorCode, decimal? Sure, decimal? Stretch, string Reason);
