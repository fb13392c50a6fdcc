namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>What a method looks at.</summary>
public sealed record MethodInput
{
    /// <summary>The unit's certified figure.</summary>
    public required decimal Actual { get; init; }

    /// <summary>The unit's target, if any.</summary>
    public Target? Target { get; init; }

    /// <summary>The indicator's points in the tree.</summary>
    public required decimal FullPoints { get; init; }

    /// <summary>The certified figures of every unit that is compared, the unit itself included.</summary>
    public IReadOnlyList<PeerFigure> Peers { get; init; } = [];

    /// <summary>Deductions on record for the unit.</summary>
    public IReadOnlyList<DeductionEntry> Deductions { get; init; } = [];
}

/// <summary>A certified figure of a unit that is compared.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Actual">Its figure.</param>
/// <param name="Base">Its figure of the year before.</param>
public sealed record PeerFigure(string UnitId, decimal Actual, decimal? Base = null);

/// <summary>Points taken away, with the reason.</summary>
/// <param name="Points">Points of the indicator, greater than 0.</param>
/// <param name="Reason">Why, in Chinese; mandatory.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record DeductionEntry(decimal Points, string Reason, string RecordedBy);
