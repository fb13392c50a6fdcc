using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Schemes;
using Xunit;

namespace Kaohe.Assessment.Tests.Indicators;

public sealed class TreeGuardTests
{
    [Fact]
    public void Should_accept_a_sound_tree() =>
        Assert.Empty(IndicatorTreeGuard.Check(Given.Tree(Given.Indicator("E1", 20m), Given.Indicator("E2", 15m)), Given.Scheme));

    [Fact]
    public void Should_list_every_problem_of_a_tree()
    {
        var tree = Given.Tree(
            Given.Indicator("E1", 20m, new CompletionRate { Cap = 0m }),
            Given.Indicator("E1", -5m),
            Given.Indicator("E3", 1m) with { CertifierUnitId = "" });
        tree = tree with { Year = 2025, Categories = [.. tree.Categories.Take(5), new IndicatorCategory("other", "其他", 3m, [])] };

        var paths = IndicatorTreeGuard.Check(tree, Given.Scheme).Select(problem => problem.Path).ToList();

        Assert.Equal(
            [
                "trees[county].year",
                "trees[county].categories[team]",
                "trees[county].categories[other]",
                "trees[county].codes[E1]",
                "trees[county].categories[economy].children[economy1].weight",
                "trees[county].categories[economy].children[economy1].children[E1].method.cap",
                "trees[county].categories[economy].children[economy1].children[E1].weight",
                "trees[county].categories[economy].children[economy1].children[E3].certifierUnitId",
                "trees[county].categories[other].weight",
            ],
            paths);
    }

    [Fact]
    public void Should_ask_for_missing_targets_and_reasons()
    {
        var units = new[] { Given.County("a") };
        var tree = Given.Tree(Given.Indicator("E1", 20m), Given.Indicator("E2", 15m));
        Target[] targets =
        [
            .. tree.Indicators().Where(indicator => indicator.Code is not ("E1" or "E2")).Select(indicator => Given.Target("a", indicator.Code, 1m)),
            Given.Target("a", "E2", 10m) with { Stretch = 9m },
            Given.Target("a", "E9", 10m),
        ];

        var problems = TargetGuard.Check(units, [tree], targets, [new Exemption("a", "team11", "", "考核办")]);

        Assert.Equal(["exemptions[a.team11].reason", "targets[a.E1]", "targets[a.E9]", "targets[a.E2].stretch"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Should_keep_every_kind_of_method_through_json()
    {
        ScoringMethod[] methods =
        [
            new CompletionRate { Cap = 1.1m },
            new EfficacyCoefficient { LowerIsBetter = true, Good = 1m, Bad = 2m },
            new GrowthMix { IncrementShare = 30m },
            new RatioToBest { LowerIsBetter = true },
            new RankLadder { Rungs = [new(1, 100m), new(null, 60m)] },
            new BandTable { Bands = [new(null, 0m), new(1m, 100m)] },
            new Deduction(),
        ];
        var json = AssessmentJson.Write<IReadOnlyList<ScoringMethod>>(methods);
        var again = AssessmentJson.Read<IReadOnlyList<ScoringMethod>>(json);
        Assert.Equal(methods.Select(method => method.GetType()), again.Select(method => method.GetType()));
        Assert.Equal(json, AssessmentJson.Write(again));
    }

    [Fact]
    public void Should_read_a_method_whose_kind_does_not_come_first() =>
        Assert.Equal(new CompletionRate { Cap = 1.5m }, AssessmentJson.Read<ScoringMethod>("""{"cap":1.5,"kind":"completionRate"}"""));
}
