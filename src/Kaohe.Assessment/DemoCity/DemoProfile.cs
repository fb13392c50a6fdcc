using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.DemoCity;

/// <summary>profile.json: what steers the generated figures.</summary>
internal sealed record DemoProfile
{
    /// <summary>Goes into every hash; another seed makes another year.</summary>
    public required string Seed { get; init; }

    /// <summary>Ballots handed out by component and kind.</summary>
    public required IReadOnlyDictionary<CompositeComponent, IReadOnlyDictionary<string, int>> BallotSizes { get; init; }

    /// <summary>Size of a county; 1 is average.</summary>
    public required IReadOnlyDictionary<string, decimal> Sizes { get; init; }

    /// <summary>Strength of a unit from 0 to 1 where it is not left to the hash.</summary>
    public required IReadOnlyDictionary<string, decimal> Strengths { get; init; }

    /// <summary>The same for earlier years.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyDictionary<string, decimal>> HistoryStrengths { get; init; }

    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    public IReadOnlyList<DemoAdjustment> Adjustments { get; init; } = [];

    public IReadOnlyList<DemoVeto> Vetoes { get; init; } = [];

    /// <summary>Kinds of rater that stay below their floor.</summary>
    public IReadOnlyList<DemoShortTally> ShortTallies { get; init; } = [];
}

internal sealed record DemoAdjustment(string UnitId, decimal Points, string Reason, string Basis);

internal sealed record DemoVeto(string UnitId, string Code, string Reason, string Basis);

internal sealed record DemoShortTally(string UnitId, CompositeComponent Component, string KindCode, int Valid);

/// <summary>How the figure of an indicator is made.</summary>
internal enum DemoFigureKind
{
    /// <summary>An amount that grows from last year's.</summary>
    Amount,

    /// <summary>A figure between a worst and a best value.</summary>
    Level,

    /// <summary>Deductions with reasons.</summary>
    Deduction,
}

/// <summary>figures.json: one entry for each indicator code.</summary>
internal sealed record DemoFigure
{
    public required DemoFigureKind Kind { get; init; }

    /// <summary>Last year's amount of an average unit.</summary>
    public decimal Start { get; init; }

    /// <summary>Planned growth in percent; empty to take it from the five-year goal.</summary>
    public decimal? Growth { get; init; }

    /// <summary>True when the amount grows with the size of the county.</summary>
    public bool Scaled { get; init; }

    public decimal Worst { get; init; }

    public decimal Best { get; init; }

    /// <summary>The target of a level; empty when the method needs none.</summary>
    public decimal? Target { get; init; }

    public int Decimals { get; init; }

    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>people.json.</summary>
internal sealed record DemoPeople
{
    /// <summary>People with a role of their own.</summary>
    public required IReadOnlyList<Official> Named { get; init; }

    /// <summary>Names of heads by unit, where they are not left to the hash.</summary>
    public required IReadOnlyDictionary<string, string> Heads { get; init; }

    public required IReadOnlyList<string> Surnames { get; init; }

    public required IReadOnlyList<string> GivenNames { get; init; }
}
