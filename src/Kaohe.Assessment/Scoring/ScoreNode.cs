using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Scoring;

/// <summary>An explanation under construction, with what stands in the way of a score.</summary>
/// <param name="Why">The node; without score when it is left out or could not be computed.</param>
/// <param name="Problems">Why there is no score.</param>
internal sealed record ScoreNode(Explanation Why, IReadOnlyList<Problem> Problems)
{
    public ScoreNode(Explanation why)
        : this(why, [])
    {
    }

    /// <summary>Brings children together. An uncounted child passes its weight on (<see cref="SharedWeightRule"/>); when none counts, the parent does not count either.</summary>
    public static ScoreNode Combine(Explanation parent, TotalsMethod method, IReadOnlyList<ScoreNode> children)
    {
        var problems = children.SelectMany(child => child.Problems).ToList();
        var counted = children.Where(child => child.Why.IsCounted).Select(child => child.Why).ToList();
        var node = parent with { Children = [.. children.Select(child => child.Why)] };
        if (counted.Count == 0)
        {
            return new ScoreNode(node with { IsCounted = false }, problems);
        }

        if (counted.Exists(child => child.Score is null))
        {
            return new ScoreNode(node, problems);
        }

        var parts = counted.ConvertAll(child => new WeightedScore(child.Score!.Value, child.Weight ?? 0m));
        return parts.Sum(part => part.Weight) <= 0m
            ? new ScoreNode(node with { IsCounted = false }, problems)
            : new ScoreNode(node with { Score = WeightedMean.Of(method, parts), Formula = Formula(method, counted) }, problems);
    }

    /// <summary>Shares a weight out from the top down, so that every node knows what it adds to the whole.</summary>
    public static Explanation Distribute(Explanation node, decimal weight, TotalsMethod method)
    {
        return node with
        {
            EffectiveWeight = weight,
            Points = method == TotalsMethod.Arithmetic && node.Score is { } score ? score * weight / 100m : null,
            Children =
            [
                .. node.Children.Select(child => SharedWeightRule.Of(child, node.Children, weight) is { } share ? Distribute(child, share, method) : child),
            ],
        };
    }

    private static string Formula(TotalsMethod method, List<Explanation> counted) => method == TotalsMethod.Arithmetic
        ? $"({string.Join(" + ", counted.Select(child => $"{Shown.Score(child.Score!.Value)}×{Shown.Number(child.Weight ?? 0m)}"))}) ÷ {Shown.Number(counted.Sum(child => child.Weight ?? 0m))}"
        : $"加权几何平均：{string.Join(" · ", counted.Select(child => $"{Shown.Score(child.Score!.Value)}^({Shown.Number(child.Weight ?? 0m)}/{Shown.Number(counted.Sum(each => each.Weight ?? 0m))})"))}";
}
