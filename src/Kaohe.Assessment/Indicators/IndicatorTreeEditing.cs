namespace Kaohe.Assessment.Indicators;

/// <summary>
/// Changes of single indicators. Each gives a new tree that may be unsound for the moment (<see cref="IndicatorTreeGuard"/> says how), so that a person can
/// add, take away and move several before the whole is checked and saved. Points of a 一级指标 are always the sum of its 二级指标.
/// </summary>
public static class IndicatorTreeEditing
{
    /// <summary>Adds a 一级指标 at the end of a category.</summary>
    public static IndicatorTree AddFirst(this IndicatorTree tree, string categoryCode, FirstLevelIndicator first) =>
        tree.OnCategories(category => category.Code == categoryCode ? category with { Children = [.. category.Children, first] } : category);

    /// <summary>Renames a 一级指标.</summary>
    public static IndicatorTree RenameFirst(this IndicatorTree tree, string firstCode, string name) =>
        tree.OnFirsts(first => first.Code == firstCode ? first with { Name = name } : first);

    /// <summary>Adds a 二级指标 at the end of a 一级指标.</summary>
    public static IndicatorTree Add(this IndicatorTree tree, string firstCode, Indicator indicator) =>
        tree.OnFirsts(first => first.Code == firstCode ? Of(first, [.. first.Children, indicator]) : first);

    /// <summary>Puts another content in place of a 二级指标.</summary>
    public static IndicatorTree Replace(this IndicatorTree tree, string code, Indicator indicator) =>
        tree.OnFirsts(first => Of(first, [.. first.Children.Select(each => each.Code == code ? indicator : each)]));

    /// <summary>Takes a 二级指标 away, or a 一级指标 with everything below it.</summary>
    public static IndicatorTree Remove(this IndicatorTree tree, string code) => tree
        .OnCategories(category => category with { Children = [.. category.Children.Where(first => first.Code != code)] })
        .OnFirsts(first => Of(first, [.. first.Children.Where(each => each.Code != code)]));

    /// <summary>Moves a node among its siblings; at the end of the row nothing happens.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="code">A 一级 or 二级指标.</param>
    /// <param name="places">−1 for one place up, 1 for one down.</param>
    public static IndicatorTree Shift(this IndicatorTree tree, string code, int places) => tree
        .OnCategories(category => category with { Children = Shifted(category.Children, category.Children.ToList().FindIndex(first => first.Code == code), places) })
        .OnFirsts(first => first with { Children = Shifted(first.Children, first.Children.ToList().FindIndex(each => each.Code == code), places) });

    /// <summary>Moves a 二级指标 below another 一级指标.</summary>
    public static IndicatorTree MoveTo(this IndicatorTree tree, string code, string firstCode) =>
        tree.Find(code) is { } indicator ? tree.Remove(code).Add(firstCode, indicator) : tree;

    /// <summary>The 一级指标 above a 二级指标; null when the tree has no such indicator.</summary>
    public static FirstLevelIndicator? ParentOf(this IndicatorTree tree, string code) =>
        tree.Categories.SelectMany(category => category.Children).FirstOrDefault(first => first.Children.Any(each => each.Code == code));

    private static FirstLevelIndicator Of(FirstLevelIndicator first, IReadOnlyList<Indicator> children) =>
        first with { Children = children, Weight = children.Sum(each => each.Weight) };

    private static IReadOnlyList<T> Shifted<T>(IReadOnlyList<T> row, int from, int places)
    {
        var to = from + places;
        if (from < 0 || to < 0 || to >= row.Count)
        {
            return row;
        }

        var moved = row.ToList();
        moved.RemoveAt(from);
        moved.Insert(to, row[from]);
        return moved;
    }

    private static IndicatorTree OnCategories(this IndicatorTree tree, Func<IndicatorCategory, IndicatorCategory> change) =>
        tree with { Categories = [.. tree.Categories.Select(change)] };

    private static IndicatorTree OnFirsts(this IndicatorTree tree, Func<FirstLevelIndicator, FirstLevelIndicator> change) =>
        tree.OnCategories(category => category with { Children = [.. category.Children.Select(change)] });
}
