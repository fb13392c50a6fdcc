using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Indicators;

/// <summary>Checks an indicator tree against the scheme of its year.</summary>
public static class IndicatorTreeGuard
{
    /// <summary>Every problem, with paths like <c>trees[ID].categories[economy].children[E1]</c>.</summary>
    public static IReadOnlyList<Problem> Check(IndicatorTree tree, Scheme scheme) =>
        [.. CheckCategories(tree, scheme), .. CheckCodes(tree), .. tree.Categories.SelectMany(category => CheckCategory(tree, category))];

    private static IEnumerable<Problem> CheckCategories(IndicatorTree tree, Scheme scheme)
    {
        var path = $"trees[{tree.Id}]";
        if (tree.Year != scheme.Year)
        {
            yield return new Problem($"{path}.year", $"指标体系是 {tree.Year} 年度的，方案是 {scheme.Year} 年度的，请使用同一年度。");
        }

        var wanted = scheme.Categories.Where(category => category.Kind == tree.Kind).ToDictionary(category => category.Code);
        foreach (var missing in wanted.Values.Where(category => tree.Categories.All(own => own.Code != category.Code)))
        {
            yield return new Problem($"{path}.categories[{missing.Code}]", $"{tree.Name}缺少类别“{missing.Name}”，请补充。");
        }

        foreach (var category in tree.Categories)
        {
            if (!wanted.TryGetValue(category.Code, out var planned))
            {
                yield return new Problem($"{path}.categories[{category.Code}]", $"方案中没有类别“{category.Name}”，请删除或先修改方案。");
            }
            else if (planned.Weight != category.Weight)
            {
                yield return new Problem(
                    $"{path}.categories[{category.Code}].weight",
                    $"类别“{category.Name}”为 {Shown.Number(category.Weight)} 分，方案规定 {Shown.Number(planned.Weight)} 分，请改成一致。");
            }
        }
    }

    private static IEnumerable<Problem> CheckCodes(IndicatorTree tree)
    {
        var codes = tree.Categories.SelectMany(category => category.Children).Select(first => first.Code)
            .Concat(tree.Indicators().Select(indicator => indicator.Code));
        return codes.GroupBy(code => code).Where(same => same.Count() > 1).Select(same =>
            new Problem($"trees[{tree.Id}].codes[{same.Key}]", $"指标代码“{same.Key}”重复，请改用不同的代码。"));
    }

    private static IEnumerable<Problem> CheckCategory(IndicatorTree tree, IndicatorCategory category)
    {
        var path = $"trees[{tree.Id}].categories[{category.Code}]";
        foreach (var problem in CheckSum(path, category.Name, category.Weight, category.Children.Select(first => first.Weight)))
        {
            yield return problem;
        }

        foreach (var first in category.Children)
        {
            var firstPath = $"{path}.children[{first.Code}]";
            foreach (var problem in CheckNames(firstPath, "一级指标", first.Code, first.Name))
            {
                yield return problem;
            }

            if (first.Children.Count == 0)
            {
                yield return new Problem(firstPath, $"一级指标“{first.Name}”下没有二级指标，请补充或删除。");
            }

            foreach (var problem in CheckSum(firstPath, first.Name, first.Weight, first.Children.Select(second => second.Weight)))
            {
                yield return problem;
            }

            foreach (var problem in first.Children.SelectMany(second => CheckIndicator($"{firstPath}.children[{second.Code}]", second)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> CheckNames(string path, string what, string code, string name)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            yield return new Problem($"{path}.code", $"{what}“{name}”没有代码，请补充。");
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new Problem($"{path}.name", $"代码为“{code}”的{what}没有名称，请补充。");
        }
    }

    private static IEnumerable<Problem> CheckSum(string path, string name, decimal weight, IEnumerable<decimal> children)
    {
        var sum = children.Sum();
        if (sum != weight)
        {
            yield return new Problem($"{path}.weight", $"“{name}”为 {Shown.Number(weight)} 分，下级合计 {Shown.Number(sum)} 分，必须相等，请调整。");
        }
    }

    private static IEnumerable<Problem> CheckIndicator(string path, Indicator indicator)
    {
        foreach (var problem in CheckNames(path, "二级指标", indicator.Code, indicator.Name))
        {
            yield return problem;
        }

        if (indicator.Weight <= 0m)
        {
            yield return new Problem($"{path}.weight", $"指标“{indicator.Name}”的分值必须大于 0。");
        }

        if (string.IsNullOrWhiteSpace(indicator.CertifierUnitId))
        {
            yield return new Problem($"{path}.certifierUnitId", $"指标“{indicator.Name}”没有数据认定部门，请指定。");
        }

        foreach (var problem in indicator.Method.Check())
        {
            yield return problem with { Path = $"{path}.method.{problem.Path}", Message = $"指标“{indicator.Name}”：{problem.Message}" };
        }
    }
}
