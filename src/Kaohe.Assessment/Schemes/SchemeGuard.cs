using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Schemes;

/// <summary>Says everything that is wrong with a scheme, so that the office mends it in one go.</summary>
public static class SchemeGuard
{
    private const decimal Whole = 100m;

    /// <summary>Every problem with its path; empty when the scheme may be approved.</summary>
    public static IReadOnlyList<Problem> Check(Scheme scheme) =>
    [
        .. CheckFrame(scheme),
        .. CheckCategories(scheme),
        .. CheckComposite(scheme),
        .. BallotSchemeGuard.Check("ballots", "民主测评", scheme.Ballots),
        .. BallotSchemeGuard.Check("survey", "民意调查", scheme.Survey),
        .. BallotSchemeGuard.Check("social", "社会评价", scheme.Social),
        .. BallotSchemeGuard.Check("leaders", "领导评价", scheme.Leaders),
        .. GradeSchemeGuard.Check(scheme),
        .. CheckAdjustments(scheme),
        .. TimingGuard.Check(scheme.Timing),
    ];

    /// <summary>A problem when the weights do not make 100.</summary>
    internal static IEnumerable<Problem> SumsTo100(string path, string name, IEnumerable<decimal> weights)
    {
        var sum = weights.Sum();
        if (sum != Whole)
        {
            yield return new Problem(path, $"{name}的权重合计为 {Shown.Number(sum)}，必须等于 100，请调整。");
        }
    }

    private static IEnumerable<Problem> CheckFrame(Scheme scheme)
    {
        if (scheme.Year is < 2000 or > 2100)
        {
            yield return new Problem("year", $"年度 {scheme.Year} 不合理，请填写四位年份。");
        }

        if (string.IsNullOrWhiteSpace(scheme.Title))
        {
            yield return new Problem("title", "方案名称没有填写，请补充。");
        }

        if (scheme.Decimals is < 0 or > 6)
        {
            yield return new Problem("decimals", "显示的小数位数应在 0 到 6 之间。");
        }

        if (scheme.Groups.Count == 0)
        {
            yield return new Problem("groups", "至少要有一个考核分组。");
        }

        foreach (var same in scheme.Groups.GroupBy(group => group.Id).Where(same => same.Count() > 1))
        {
            yield return new Problem($"groups[{same.Key}]", $"分组编号“{same.Key}”重复，请改用不同的编号。");
        }

        foreach (var same in scheme.DepartmentTypes.GroupBy(type => type.Code).Where(same => same.Count() > 1))
        {
            yield return new Problem($"departmentTypes[{same.Key}]", $"部门类型代码“{same.Key}”重复，请改用不同的代码。");
        }
    }

    private static IEnumerable<Problem> CheckCategories(Scheme scheme)
    {
        foreach (var kind in Enum.GetValues<UnitKind>())
        {
            var categories = scheme.Categories.Where(category => category.Kind == kind).ToList();
            var name = kind == UnitKind.County ? "县市区指标类别" : "市直部门(单位)指标类别";
            foreach (var problem in SumsTo100($"categories[{kind}]", name, categories.Select(category => category.Weight)))
            {
                yield return problem;
            }

            foreach (var category in categories.Where(category => category.Weight <= 0m))
            {
                yield return new Problem($"categories[{kind}.{category.Code}].weight", $"类别“{category.Name}”的分值必须大于 0。");
            }

            foreach (var same in categories.GroupBy(category => category.Code).Where(same => same.Count() > 1))
            {
                yield return new Problem($"categories[{kind}.{same.Key}]", $"类别代码“{same.Key}”重复，请改用不同的代码。");
            }
        }
    }

    private static IEnumerable<Problem> CheckComposite(Scheme scheme)
    {
        foreach (var problem in SumsTo100("composite", "综合得分各部分", scheme.Composite.Select(part => part.Weight)))
        {
            yield return problem;
        }

        foreach (var part in scheme.Composite.Where(part => part.Weight < 0m))
        {
            yield return new Problem($"composite[{part.Component}].weight", $"“{ComponentNames.Of(part.Component)}”的权重不能是负数。");
        }

        foreach (var same in scheme.Composite.GroupBy(part => part.Component).Where(same => same.Count() > 1))
        {
            yield return new Problem($"composite[{same.Key}]", $"“{ComponentNames.Of(same.Key)}”出现了 {same.Count()} 次，请合并为一项。");
        }
    }

    private static IEnumerable<Problem> CheckAdjustments(Scheme scheme)
    {
        if (scheme.Adjustments.LargestBonus < 0m)
        {
            yield return new Problem("adjustments.largestBonus", "加分上限不能是负数；不设上限请留空。");
        }

        if (scheme.Adjustments.LargestPenalty < 0m)
        {
            yield return new Problem("adjustments.largestPenalty", "减分上限按正数填写；不设上限请留空。");
        }

        foreach (var same in scheme.Vetoes.GroupBy(veto => veto.Code).Where(same => same.Count() > 1))
        {
            yield return new Problem($"vetoes[{same.Key}]", $"一票否决代码“{same.Key}”重复，请改用不同的代码。");
        }

        foreach (var veto in scheme.Vetoes.Where(veto => veto.CapScore is < 0m or > Whole))
        {
            yield return new Problem($"vetoes[{veto.Code}].capScore", $"“{veto.Name}”的封顶分应在 0 到 100 之间；不封分请留空。");
        }
    }
}
