using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>A year's indicator trees by Excel: one row a 二级指标. An imported tree takes the place of the year's tree of that name.</summary>
/// <param name="indicators">Saves.</param>
public sealed class IndicatorSheet(IndicatorService indicators) : SheetPort
{
    /// <inheritdoc/>
    public override string Kind => "indicators";

    /// <inheritdoc/>
    public override string Title => "指标";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("指标体系", "年度指标体系的名称", IsRequired: true, "2026年度县市区考核指标体系"),
        new("类别", "方案中的指标类别", IsRequired: true, "经济发展"),
        new("一级指标代码", "本体系内不重复", IsRequired: true, "C11"),
        new("一级指标", "", IsRequired: true, "综合经济"),
        new("代码", "二级指标代码，本体系内不重复", IsRequired: true, "C111"),
        new("二级指标", "", IsRequired: true, "地区生产总值"),
        new("计量单位", "", Example: "亿元"),
        new("分值", "同一体系合计 100", IsRequired: true, "6"),
        new("计分方法", string.Join(" 或 ", MethodText.Examples), IsRequired: true, "完成率法；上限=1"),
        new("数据认定部门", "填单位简称", IsRequired: true, "市统计局"),
        new("说明", "具体统计什么"),
    ];

    /// <inheritdoc/>
    public override async Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.SeeCycle, cancellationToken: cancellationToken);
        var names = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.ShortName);
        return SheetFile.Write(
            Title,
            Columns,
            from tree in await db.TreesAsync(year, cancellationToken)
            from category in tree.Categories
            from first in category.Children
            from indicator in first.Children
            select new object?[]
            {
                tree.Name, category.Name, first.Code, first.Name, indicator.Code, indicator.Name, indicator.Measure, indicator.Weight,
                MethodText.Write(indicator.Method), names.GetValueOrDefault(indicator.CertifierUnitId, indicator.CertifierUnitId), indicator.Definition,
            },
            withHelp: false);
    }

    /// <inheritdoc/>
    public override async Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken)
    {
        var trees = (await db.TreesAsync(year, cancellationToken)).ToDictionary(tree => tree.Name);
        var units = (await db.UnitsAsync(cancellationToken)).GroupBy(unit => unit.ShortName).ToDictionary(same => same.Key, same => same.First().Id);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var (items, problems) = ReadAll(SheetFile.Read(Title, Columns, content), row => Read(row, trees, units));
        var built = items.GroupBy(each => each.Item.Tree.Id).Select(same => IndicatorTreeBuilder.Build(same.First().Item.Tree, scheme, [.. same.Select(each => each.Item)])).ToList();
        await SaveAsync(
            problems,
            () => indicators.SaveTreesAsync(db, actor, year, built, cancellationToken),
            problem => items.FindLast(each => problem.Path.Contains($"[{each.Item.Indicator.Code}]", StringComparison.Ordinal)) is { Row: { } row }
                ? row.CellOf(problem.Path.Contains(".method", StringComparison.Ordinal) ? "计分方法" : "代码")
                : items.Find(each => problem.Path.Contains($"[{each.Item.FirstCode}]", StringComparison.Ordinal)) is { Row: { } first } ? first.CellOf("一级指标代码") : null);
        return new ImportResult(items.Count, $"已导入 {built.Count} 个指标体系、{items.Count} 项二级指标。");
    }

    private static IndicatorLine? Read(SheetRow row, Dictionary<string, IndicatorTree> trees, Dictionary<string, string> units)
    {
        var tree = row.Choice("指标体系", trees);
        var method = MethodText.Read(row.Text("计分方法"));
        if (method is null)
        {
            row.Fail("计分方法", $"计分方法“{row.Text("计分方法")}”看不懂，请照“{MethodText.Examples[0]}”的样子填写。");
        }

        var category = row.Text("类别");
        var weight = row.Number("分值");
        var certifier = row.Choice("数据认定部门", units);
        var (firstCode, firstName) = (row.Text("一级指标代码"), row.Text("一级指标"));
        var (code, name) = (row.Text("代码"), row.Text("二级指标"));
        return tree is null || method is null || weight is null || certifier is null ? null : new IndicatorLine(
            tree,
            category,
            firstCode,
            firstName,
            new Indicator
            {
                Code = code,
                Name = name,
                Measure = row.Text("计量单位"),
                Weight = weight.Value,
                Method = method,
                CertifierUnitId = certifier,
                Definition = row.Text("说明"),
                GoalCode = tree.Find(code)?.GoalCode,
            });
    }
}
