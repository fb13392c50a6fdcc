using System.Text.RegularExpressions;
using Kaohe.Assessment;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Where in a sheet of indicators a problem of a tree belongs: the lines that it is about, and the column.</summary>
/// <param name="TreeId">The tree.</param>
/// <param name="Column">Title of the column.</param>
/// <param name="IsTogether">Whether the lines make the problem together, as a sum; then it stands at the first of them.</param>
/// <param name="Concerns">Whether a line is one of them.</param>
public sealed partial record IndicatorCells(string TreeId, string Column, bool IsTogether, Func<IndicatorLine, bool> Concerns)
{
    private const string Code = "代码";
    private const string FirstCode = "一级指标代码";
    private const string Weight = "分值";
    private const string Category = "类别";

    /// <summary>Reads a path of <see cref="Kaohe.Assessment.Indicators.IndicatorTreeGuard"/> and the rules beside it; null when it is of no tree.</summary>
    public static IndicatorCells? Of(Problem problem)
    {
        if (Tree().Match(problem.Path) is not { Success: true } match)
        {
            return null;
        }

        var (tree, code, first, category) = (match.Groups["tree"].Value, match.Groups["code"].Value, match.Groups["first"].Value, match.Groups["category"].Value);
        var (any, field) = (match.Groups["any"].Value, match.Groups["field"].Value);
        return code.Length > 0 ? new(tree, ColumnOf(field), false, line => IsOf(line) && line.FirstCode == first && line.Indicator.Code == code)
            : any.Length > 0 ? new(tree, Code, false, line => IsOf(line) && (line.Indicator.Code == any || line.FirstCode == any))
            : first.Length > 0 ? new(tree, field switch { "weight" => Weight, "name" => "一级指标", _ => FirstCode }, true, line => IsOf(line) && line.FirstCode == first)
            : field == "weight" ? new(tree, Weight, true, line => IsOf(line) && line.Category == category)
            : category.Length > 0 ? new(tree, Category, true, IsOf)
            : new(tree, "指标体系", true, IsOf);

        bool IsOf(IndicatorLine line) => line.Tree.Id == tree;
    }

    private static string ColumnOf(string field) => field switch
    {
        "weight" => Weight,
        "name" => "二级指标",
        "certifierUnitId" => "数据认定部门",
        "method" => "计分方法",
        _ => Code,
    };

    [GeneratedRegex(
        @"^trees\[(?<tree>[^\]]*)\](\.(codes|indicators)\[(?<any>[^\]]*)\])?(\.categories\[(?<category>[^\]]*)\])?(\.children\[(?<first>[^\]]*)\])?(\.children\[(?<code>[^\]]*)\])?(\.(?<field>[A-Za-z]+))?",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Tree();
}
