using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Scoring;

/// <summary>综合得分 of a unit, with the why of every point. Numbers are unrounded.</summary>
public sealed record CompositeScore
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Its group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The scheme.</summary>
    public required string SchemeId { get; init; }

    /// <summary>The version of the scheme by which it was computed.</summary>
    public required int SchemeVersion { get; init; }

    /// <summary>The total; empty while a problem stands in the way, and then not written either, so it cannot be required of what is read.</summary>
    public decimal? Total { get; init; }

    /// <summary>The components.</summary>
    public required IReadOnlyList<ComponentScore> Components { get; init; }

    /// <summary>加减分 as counted, after the scheme's limits.</summary>
    public decimal Adjustment { get; init; }

    /// <summary>The best grade still possible after 一票否决; empty without a veto.</summary>
    public Grade? GradeCap { get; init; }

    /// <summary>The tree of reasons.</summary>
    public required Explanation Why { get; init; }

    /// <summary>What stands in the way of a total; each says what the office can do.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whether something that it rests on has changed since it was computed; computing again makes it current.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>True when there is a total.</summary>
    public bool IsComplete => Total is not null;

    /// <summary>The score of a component, or nothing when it is left out.</summary>
    public decimal? ScoreOf(CompositeComponent component) =>
        Components.FirstOrDefault(score => score.Component == component)?.Score;
}

/// <summary>One component of the composite.</summary>
/// <param name="Component">The component.</param>
/// <param name="Weight">Percent in the scheme.</param>
/// <param name="EffectiveWeight">Percent after sharing out; empty when it is left out.</param>
/// <param name="Score">Unrounded score, 100 for full; empty when it is left out or could not be computed.</param>
public sealed record ComponentScore(CompositeComponent Component, decimal Weight, decimal? EffectiveWeight, decimal? Score);
