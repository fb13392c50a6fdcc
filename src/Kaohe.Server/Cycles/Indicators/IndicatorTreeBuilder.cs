using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Schemes;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>One 二级指标 with the places above it.</summary>
/// <param name="Tree">The tree that it goes into.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="FirstCode">Code of its 一级指标.</param>
/// <param name="FirstName">Name of its 一级指标.</param>
/// <param name="Indicator">The indicator.</param>
public sealed record IndicatorLine(IndicatorTree Tree, string Category, string FirstCode, string FirstName, Indicator Indicator);

/// <summary>Builds a tree from its lines. Points of a 一级指标 are the sum of its lines; categories keep the scheme's points.</summary>
public static class IndicatorTreeBuilder
{
    /// <summary>The tree with new content.</summary>
    /// <param name="tree">The tree that is replaced.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="lines">The lines in order.</param>
    public static IndicatorTree Build(IndicatorTree tree, Scheme scheme, IReadOnlyList<IndicatorLine> lines) => tree with
    {
        Categories =
        [
            .. lines.GroupBy(line => line.Category).Select(category =>
            {
                var planned = scheme.Categories.First(each => each.Kind == tree.Kind && each.Code == category.Key);
                return new IndicatorCategory(
                    planned.Code,
                    planned.Name,
                    planned.Weight,
                    [
                        .. category.GroupBy(line => line.FirstCode).Select(first => new FirstLevelIndicator(
                            first.Key, first.First().FirstName, first.Sum(line => line.Indicator.Weight), [.. first.Select(line => line.Indicator)])),
                    ]);
            }),
        ],
    };
}
