using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Scoring;

/// <summary>
/// Computes 综合得分: the weighted components, then 加减分, then the 一票否决 cap. Pure: the same facts give the same scores,
/// whatever their order.
/// </summary>
public sealed class CompositeCalculator
{
    private readonly CycleIndex _index;
    private readonly TargetScorer _targets;

    /// <summary>Prepares the facts of a year.</summary>
    public CompositeCalculator(CycleFacts facts)
    {
        _index = new CycleIndex(facts);
        _targets = new TargetScorer(_index);
    }

    private CycleFacts Facts => _index.Facts;

    /// <summary>The scores of every unit, in the order of the units.</summary>
    public IReadOnlyList<CompositeScore> ScoreAll() => [.. Facts.Units.Select(Score)];

    /// <summary>The score of one unit.</summary>
    /// <exception cref="InvalidOperationException">The unit is not among the facts.</exception>
    public CompositeScore Score(string unitId) => Score(_index.Unit(unitId));

    private CompositeScore Score(Unit unit)
    {
        var nodes = Facts.Scheme.Composite.Where(part => part.Weight > 0m)
            .Select(part => (part.Component, Node: Component(unit, part))).ToList();
        var together = ScoreNode.Combine(
            new Explanation { Title = "加权得分", Source = "方案：综合得分构成" },
            TotalsMethod.Arithmetic,
            [.. nodes.Select(each => each.Node)]);
        var basis = Distribute(together.Why);
        var adjusted = AdjustmentScorer.Score(unit.Id, Facts);
        var vetoed = VetoScorer.Score(unit, Facts);
        List<Problem> problems = [.. together.Problems, .. adjusted.Problems, .. vetoed.Problems];
        decimal? total = basis.Score is { } score && problems.Count == 0
            ? Math.Min(Math.Max(0m, score + adjusted.Points), vetoed.CapScore ?? decimal.MaxValue)
            : null;
        return new CompositeScore
        {
            UnitId = unit.Id,
            GroupId = unit.GroupId,
            Year = Facts.Scheme.Year,
            SchemeId = Facts.Scheme.Id,
            SchemeVersion = Facts.Scheme.Version,
            Total = total,
            Components = [.. nodes.Select((each, place) => ToComponent(each.Component, basis.Children[place]))],
            Adjustment = adjusted.Points,
            GradeCap = vetoed.CapGrade,
            Why = Root(unit, total, basis, adjusted.Why, vetoed.Why),
            Problems = problems,
        };
    }

    private ScoreNode Component(Unit unit, ComponentWeight part)
    {
        var decisions = Facts.FloorDecisions.Where(each => each.UnitId == unit.Id && each.Component == part.Component).ToList();
        var node = part.Component == CompositeComponent.Targets
            ? _targets.Score(unit, part.Weight)
            : BallotScorer.Node(
                part.Component,
                Facts.Scheme.BallotsOf(part.Component),
                Facts.Tallies.LastOrDefault(tally => tally.UnitId == unit.Id && tally.Component == part.Component),
                decisions,
                part.Weight);
        if (decisions.Find(each => each.KindCode is null && !string.IsNullOrWhiteSpace(each.Reason)) is { } left)
        {
            return new ScoreNode(node.Why with { IsCounted = false, Score = null, Flags = [$"考核办决定不计：{left.Reason}。权重由其他部分分担。"] });
        }

        return node.Why.IsCounted
            ? node
            : new ScoreNode(
                node.Why with { IsCounted = true, Score = null },
                [
                    .. node.Problems,
                    new Problem(
                        $"scores[{unit.Id}].{part.Component}",
                        $"{unit.ShortName}“{node.Why.Title}”得不出分数，请补测，或由考核办写明理由决定不计。"),
                ]);
    }

    /// <summary>Weights inside the indicator tree add up only by the scheme's totals method; the components always do.</summary>
    private Explanation Distribute(Explanation together)
    {
        var whole = ScoreNode.Distribute(together, 100m, TotalsMethod.Arithmetic);
        if (Facts.Scheme.Totals == TotalsMethod.Arithmetic)
        {
            return whole;
        }

        var title = ComponentNames.Of(CompositeComponent.Targets);
        return whole with
        {
            Children =
            [
                .. whole.Children.Select(child => child.Title == title && child.EffectiveWeight is { } weight
                    ? ScoreNode.Distribute(child, weight, Facts.Scheme.Totals) with { Points = child.Points }
                    : child),
            ],
        };
    }

    private static ComponentScore ToComponent(CompositeComponent component, Explanation node) => new(
        component, node.Weight ?? 0m, node.IsCounted ? node.EffectiveWeight : null, node.IsCounted ? node.Score : null);

    private static Explanation Root(Unit unit, decimal? total, Explanation basis, Explanation? adjusted, Explanation? vetoed)
    {
        List<Explanation> children = [basis];
        if (adjusted is not null)
        {
            children.Add(adjusted);
        }

        if (vetoed is not null)
        {
            children.Add(vetoed);
        }

        return new Explanation
        {
            Title = $"{unit.ShortName}综合得分",
            Score = total,
            Formula = "加权得分" + (adjusted is null ? "" : " + 加减分") + (vetoed is null ? "" : "，再按一票否决封顶"),
            Source = "方案：综合得分构成",
            Children = children,
        };
    }
}
