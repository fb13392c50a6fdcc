namespace Kaohe.Assessment.Scoring;

/// <summary>The weight of what is not counted (a unit excused from an indicator, a kind without ballots) is shared by its siblings in proportion to theirs.</summary>
public static class SharedWeightRule
{
    /// <summary>Where it stands.</summary>
    public const string Citation = "方案 composite、categories、ballots 各权重：免予考核或不计的项目，其权重在同一上级项目内按比例分给其余各项";

    /// <summary>What a child really weighs; null for one that is not counted, or where no sibling has a weight.</summary>
    /// <param name="child">The child.</param>
    /// <param name="siblings">All children of its parent.</param>
    /// <param name="weight">What the parent weighs.</param>
    public static decimal? Of(Explanation child, IReadOnlyList<Explanation> siblings, decimal weight)
    {
        var whole = siblings.Where(sibling => sibling.IsCounted).Sum(sibling => sibling.Weight ?? 0m);
        return child.IsCounted && whole > 0m ? weight * (child.Weight ?? 0m) / whole : null;
    }
}
