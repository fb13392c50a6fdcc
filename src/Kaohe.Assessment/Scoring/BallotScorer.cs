using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;

namespace Kaohe.Assessment.Scoring;

/// <summary>
/// Scores a rated component: each kind is Σ(option value × ticks) ÷ valid ballots. A kind below its floor is left out, passes its
/// weight on and says so (<see cref="FloorPassesWeightRule"/>); its figures are not shown to anybody.
/// </summary>
public static class BallotScorer
{
    /// <summary>The explanation of the component; <see cref="Explanation.IsCounted"/> is false when no kind reached its floor.</summary>
    public static Explanation Score(CompositeComponent component, BallotScheme scheme, BallotTally? tally) =>
        Node(component, scheme, tally, [], 100m).Why;

    internal static ScoreNode Node(
        CompositeComponent component, BallotScheme scheme, BallotTally? tally, IReadOnlyList<FloorDecision> decisions, decimal weight)
    {
        var kinds = scheme.Kinds.Select(kind => new ScoreNode(Kind(
            scheme, kind, tally?.Kind(kind.Code), decisions.FirstOrDefault(decision => decision.KindCode == kind.Code)))).ToList();
        return ScoreNode.Combine(
            new Explanation { Title = ComponentNames.Of(component), Weight = weight, Source = "方案：各类票权重" },
            TotalsMethod.Arithmetic,
            kinds);
    }

    private static Explanation Kind(BallotScheme scheme, BallotKind kind, KindTally? tally, FloorDecision? decision)
    {
        var node = new Explanation { Title = kind.Name, Weight = kind.Weight, Source = "方案：选项分值" };
        var counted = scheme.Options.Where(option => option.Value is not null)
            .Select(option => (Option: option, Ticks: tally?.Count(option.Code) ?? 0)).ToList();
        var valid = counted.Sum(each => each.Ticks);
        if (FloorPassesWeightRule.WhyLeftOut(kind, valid, decision) is { } reason)
        {
            return node with { IsCounted = false, Flags = [reason] };
        }

        return node with
        {
            Score = counted.Sum(each => each.Option.Value!.Value * each.Ticks) / valid,
            Formula = $"({string.Join(" + ", counted.Select(each => $"{Shown.Number(each.Option.Value!.Value)}×{each.Ticks}"))}) ÷ {valid}",
            Inputs = [.. counted.Select(each => new NamedFigure(each.Option.Label, each.Ticks)), new NamedFigure("有效票", valid)],
        };
    }
}
