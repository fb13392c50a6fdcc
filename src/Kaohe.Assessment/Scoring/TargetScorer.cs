using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Scoring;

/// <summary>目标任务: scores a unit's indicator tree from its certified readings.</summary>
internal sealed class TargetScorer(CycleIndex index)
{
    public ScoreNode Score(Unit unit, decimal weight)
    {
        var title = ComponentNames.Of(CompositeComponent.Targets);
        var tree = index.Tree(unit.Id);
        if (tree is null)
        {
            return new ScoreNode(
                new Explanation { Title = title, Weight = weight },
                [new Problem($"scores[{unit.Id}].targets", $"{unit.ShortName}没有适用的指标体系，请先制定。")]);
        }

        return ScoreNode.Combine(
            new Explanation { Title = title, Weight = weight, Source = tree.Name },
            index.Facts.Scheme.Totals,
            [.. tree.Categories.Select(category => Category(unit, category))]);
    }

    private ScoreNode Category(Unit unit, IndicatorCategory category) => ScoreNode.Combine(
        new Explanation { Title = category.Name, Weight = category.Weight, Source = "方案：指标类别" },
        index.Facts.Scheme.Totals,
        [.. category.Children.Select(first => FirstLevel(unit, first))]);

    private ScoreNode FirstLevel(Unit unit, FirstLevelIndicator first) => ScoreNode.Combine(
        new Explanation { Title = first.Name, Weight = first.Weight, Source = "一级指标" },
        index.Facts.Scheme.Totals,
        [.. first.Children.Select(indicator => Indicator(unit, indicator))]);

    private ScoreNode Indicator(Unit unit, Indicator indicator)
    {
        var node = new Explanation
        {
            Title = indicator.Name,
            Weight = indicator.Weight,
            Source = $"{indicator.Method.Name}；{indicator.Method.Citation}",
        };
        if (index.Exemption(unit.Id, indicator.Code) is { } exemption)
        {
            return new ScoreNode(node with { IsCounted = false, Flags = [$"免考：{exemption.Reason}。分值由同一上级的其他指标分担。"] });
        }

        var reading = index.Reading(unit.Id, indicator.Code);
        if (reading is null)
        {
            return new ScoreNode(node with { Score = 0m, Formula = "未报完成值，得 0 分", Flags = ["没有完成值，按未完成计。"] });
        }

        var broken = reading.CountingRules.SelectMany(rule => rule.Problems()).Select(problem => problem.Message).ToList();
        if (broken.Count > 0)
        {
            return new ScoreNode(node with
            {
                Score = 0m,
                Formula = "完成值不予采信，得 0 分",
                Inputs = [new NamedFigure("上报值", reading.Value)],
                Flags = broken,
            });
        }

        var outcome = indicator.Method.Score(new MethodInput
        {
            Actual = reading.Value,
            Target = index.Target(unit.Id, indicator.Code),
            FullPoints = indicator.Weight,
            Peers = index.Peers(unit.GroupId, indicator.Code),
            Deductions = reading.Deductions,
        });
        var why = node with { Score = outcome.Score, Formula = outcome.Formula, Inputs = outcome.Inputs, Flags = outcome.Flags };
        return outcome.Refusal is null
            ? new ScoreNode(why)
            : new ScoreNode(
                why with { Flags = [.. outcome.Flags, outcome.Refusal] },
                [new Problem($"scores[{unit.Id}].targets[{indicator.Code}]", $"{unit.ShortName}“{indicator.Name}”：{outcome.Refusal}")]);
    }
}
