using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Readings;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Scoring;

/// <summary>Everything that the scores of one year rest on.</summary>
public sealed record CycleFacts
{
    /// <summary>The year's rules.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>The assessed units.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The indicator trees.</summary>
    public required IReadOnlyList<IndicatorTree> Trees { get; init; }

    /// <summary>Targets.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Readings; those whose period is the year itself are scored.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>Who is excused from what.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>Confirmed tallies of all four rated components.</summary>
    public IReadOnlyList<BallotTally> Tallies { get; init; } = [];

    /// <summary>Decisions of the office where a floor was not reached.</summary>
    public IReadOnlyList<FloorDecision> FloorDecisions { get; init; } = [];

    /// <summary>加减分.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>一票否决.</summary>
    public IReadOnlyList<Veto> Vetoes { get; init; } = [];
}
