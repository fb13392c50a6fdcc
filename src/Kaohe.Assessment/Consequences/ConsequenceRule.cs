namespace Kaohe.Assessment.Consequences;

/// <summary>One sentence of the seed about what follows from results.</summary>
public abstract class ConsequenceRule
{
    /// <summary>Every rule of the seed.</summary>
    public static IReadOnlyList<ConsequenceRule> All { get; } =
    [
        new CommendGoodUnitsRule(),
        new RectifyAverageOrPoorUnitsRule(),
        new AdmonishLastOrPoorUnitsRule(),
        new AdjustAfterTwoPoorYearsRule(),
        new PrioritiseAfterThreeGoodYearsRule(),
        new CommendOutstandingOfficialsRule(),
        new CriticiseIncompetentOfficialsRule(),
    ];

    /// <summary>What follows.</summary>
    public abstract ConsequenceKind Kind { get; }

    /// <summary>The sentence.</summary>
    public abstract string Citation { get; }

    /// <summary>The consequences of the year by this rule.</summary>
    public abstract IEnumerable<Consequence> Apply(ConsequenceFacts facts);

    /// <summary>The consequences of the year by all rules.</summary>
    public static IReadOnlyList<Consequence> ApplyAll(ConsequenceFacts facts) => [.. All.SelectMany(rule => rule.Apply(facts))];

    /// <summary>A consequence of this rule.</summary>
    protected Consequence Follows(ConsequenceFacts facts, string unitId, string? officialId, params IReadOnlyList<string> reasons) => new()
    {
        Kind = Kind,
        Year = facts.Year,
        UnitId = unitId,
        OfficialId = officialId,
        Reasons = reasons,
        Rule = GetType().Name,
        Citation = Citation,
    };
}
