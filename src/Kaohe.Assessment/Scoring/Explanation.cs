using Kaohe.Assessment.Indicators.Methods;

namespace Kaohe.Assessment.Scoring;

/// <summary>Why a score is what it is: one node of a tree whose leaves are figures and whose root is the unit's total. All text is Chinese.</summary>
public sealed record Explanation
{
    /// <summary>What is scored, for example 地区生产总值.</summary>
    public required string Title { get; init; }

    /// <summary>Points or percent that the scheme gives the node.</summary>
    public decimal? Weight { get; init; }

    /// <summary>The same after the weight of uncounted neighbours was shared out.</summary>
    public decimal? EffectiveWeight { get; init; }

    /// <summary>Unrounded score, 100 for full.</summary>
    public decimal? Score { get; init; }

    /// <summary>Unrounded points that the node adds to its root; empty where the totals method does not add up (geometric).</summary>
    public decimal? Points { get; init; }

    /// <summary>False when the node is left out and its weight passes to its neighbours.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>The formula with its numbers put in.</summary>
    public string Formula { get; init; } = "";

    /// <summary>The numbers that the formula used.</summary>
    public IReadOnlyList<NamedFigure> Inputs { get; init; } = [];

    /// <summary>Where rule or figure come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whatever a reader should notice.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The parts.</summary>
    public IReadOnlyList<Explanation> Children { get; init; } = [];

    /// <summary>The node and everything under it, top down.</summary>
    public IEnumerable<Explanation> Walk() => Children.SelectMany(child => child.Walk()).Prepend(this);

    /// <summary>The first node with this title, or nothing.</summary>
    public Explanation? Find(string title) => Walk().FirstOrDefault(node => node.Title == title);
}
