namespace Kaohe.Assessment.Consequences;

/// <summary>结果运用: what follows from a result.</summary>
public enum ConsequenceKind
{
    /// <summary>表彰 of the leading body and 适当物质奖励.</summary>
    Commendation,

    /// <summary>书面报告, 限期整改.</summary>
    Rectification,

    /// <summary>诫勉谈话 with the 主要负责人.</summary>
    Admonition,

    /// <summary>组织调整 of the 主要负责人 and the responsible members; the system warns, the 领导组 acts.</summary>
    OrganisationalAdjustment,

    /// <summary>同等情况下优先提拔使用.</summary>
    PriorityPromotion,

    /// <summary>表彰奖励 of a person.</summary>
    PersonCommendation,

    /// <summary>通报批评、末位淘汰 of a person.</summary>
    PersonCriticism,
}

/// <summary>One consequence for a unit or a person, with every reason and the sentence it rests on.</summary>
public sealed record Consequence
{
    /// <summary>What follows.</summary>
    public required ConsequenceKind Kind { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The person, where it meets a person; empty when it meets the leading body as a whole or nobody is registered.</summary>
    public string? OfficialId { get; init; }

    /// <summary>Every reason, in Chinese.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The class of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The sentence of the seed.</summary>
    public required string Citation { get; init; }
}
