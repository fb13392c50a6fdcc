using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Schemes;
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
        new("适用对象", "县市区，或方案中的部门类型；新建指标体系时必填", Example: "县市区"),
        new("五年目标", "服务于哪项五年总目标，填目标名称", Example: "生产总值"),
    ];

    /// <inheritdoc/>
    public override async Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.SeeCycle, cancellationToken: cancellationToken);
        var names = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.ShortName);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var goals = ((await db.CycleAsync(year, cancellationToken))?.Goals ?? []).ToDictionary(goal => goal.Code, goal => goal.Name);
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
                IndicatorScope.NameOf(tree, scheme), indicator.GoalCode is { } goal ? goals.GetValueOrDefault(goal, goal) : "",
            },
            withHelp: false);
    }

    /// <inheritdoc/>
    public override async Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken)
    {
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var book = new Book(
            year,
            scheme,
            (await db.TreesAsync(year, cancellationToken)).ToDictionary(tree => tree.Name),
            (await db.UnitsAsync(cancellationToken)).GroupBy(unit => unit.ShortName).ToDictionary(same => same.Key, same => same.First().Id),
            ((await db.CycleAsync(year, cancellationToken))?.Goals ?? []).GroupBy(goal => goal.Name).ToDictionary(same => same.Key, same => same.First().Code));
        var (items, problems) = ReadAll(SheetFile.Read(Title, Columns, content), row => Read(row, book));
        problems.AddRange(OneName(items));
        var built = items.GroupBy(each => each.Item.Tree.Id).Select(same => IndicatorTreeBuilder.Build(same.First().Item.Tree, scheme, [.. same.Select(each => each.Item)])).ToList();
        await SaveAsync(
            problems,
            () => indicators.SaveTreesAsync(db, actor, year, built, cancellationToken),
            problem => Place(problem, items),
            problem => !IsOfIncomplete(problem, items, book));
        return new ImportResult(items.Count, $"已导入 {built.Count} 个指标体系、{items.Count} 项二级指标。");
    }

    private static IEnumerable<Problem> Place(Problem problem, List<(SheetRow Row, IndicatorLine Item)> items)
    {
        if (IndicatorCells.Of(problem) is not { } cells)
        {
            return [];
        }

        List<SheetRow> rows = [.. items.Where(each => cells.Concerns(each.Item)).Select(each => each.Row)];

        // What is missing from the sheet has no row of its own; its tree has one.
        return cells.IsTogether ? AtFirst(problem, cells.Column, rows)
            : At(problem, cells.Column, rows.Count > 0 ? rows : [.. items.Where(each => each.Item.Tree.Id == cells.TreeId).Select(each => each.Row).Take(1)]);
    }

    // What the rows of a tree make together, and what is missing, is judged when each row could be read: else it would only say again that one could not.
    private static bool IsOfIncomplete(Problem problem, List<(SheetRow Row, IndicatorLine Item)> items, Book book) =>
        IndicatorCells.Of(problem) is { } cells
        && (book.Incomplete.Contains("") || book.Incomplete.Contains(cells.TreeId))
        && (cells.IsTogether || !items.Exists(each => cells.Concerns(each.Item)));

    // The first name would win without a word.
    private static IEnumerable<Problem> OneName(List<(SheetRow Row, IndicatorLine Item)> items) =>
        from same in items.GroupBy(each => (each.Item.Tree.Id, each.Item.FirstCode))
        let name = same.First().Item.FirstName
        from other in same
        where other.Item.FirstName != name
        select new Problem(other.Row.CellOf("一级指标"), $"一级指标“{same.Key.FirstCode}”在第 {same.First().Row.Line} 行叫“{name}”，这里叫“{other.Item.FirstName}”，请改成一致。");

    private static IndicatorLine? Read(SheetRow row, Book book)
    {
        var tree = TreeOf(row, book);
        var method = MethodText.Read(row.Text("计分方法"));
        if (method is null)
        {
            row.Fail("计分方法", $"计分方法“{row.Text("计分方法")}”看不懂，请照“{MethodText.ExampleFor(row.Text("计分方法"))}”的样子填写。");
        }

        var category = row.Text("类别") is { Length: > 0 } && tree is not null
            ? row.Choice("类别", book.Scheme.Categories.Where(each => each.Kind == tree.Kind).DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Code))
            : null;
        var weight = row.Number("分值");
        var certifier = row.Choice("数据认定部门", book.Units);
        var goal = row.Choice("五年目标", book.Goals);
        var (firstCode, firstName) = (row.Text("一级指标代码"), row.Text("一级指标"));
        var (code, name) = (row.Text("代码"), row.Text("二级指标"));
        var (measure, definition) = (row.Text("计量单位"), row.Text("说明"));
        if (row.Problems.Count > 0)
        {
            book.Incomplete.Add(tree?.Id ?? "");
        }

        return tree is null || category is null || method is null || weight is null || certifier is null ? null : new IndicatorLine(
            tree,
            category,
            firstCode,
            firstName,
            new Indicator
            {
                Code = code,
                Name = name,
                Measure = measure,
                Weight = weight.Value,
                Method = method,
                CertifierUnitId = certifier,
                Definition = definition,
                GoalCode = goal,
            });
    }

    // A tree that the year does not have is made for the kind of unit that the row names.
    private static IndicatorTree? TreeOf(SheetRow row, Book book)
    {
        var name = row.Text("指标体系");
        if (name.Length == 0)
        {
            return null;
        }

        if (book.Trees.TryGetValue(name, out var known))
        {
            return known;
        }

        if (row.Text("适用对象").Length == 0)
        {
            row.Fail("适用对象", $"“{name}”是新的指标体系，请在“适用对象”中写明适用于县市区还是哪一类部门。");
            return null;
        }

        var scope = row.Choice("适用对象", IndicatorScope.All(book.Scheme));
        if (scope is not null && book.Trees.Values.FirstOrDefault(tree => (tree.Kind, tree.DepartmentType) == (scope.Kind, scope.DepartmentType)) is { } taken)
        {
            row.Fail("指标体系", $"{row.Text("适用对象")}已有“{taken.Name}”，一类单位只用一套指标体系，请改用这个名称。");
            return null;
        }

        return scope is null ? null : book.Trees[name] = scope.NewTree(book.Year, name);
    }

    private sealed record Book(
        int Year, Scheme Scheme, Dictionary<string, IndicatorTree> Trees, Dictionary<string, string> Units, Dictionary<string, string> Goals)
    {
        /// <summary>Ids of trees of which a row could not be read; empty for a row whose tree is unknown.</summary>
        public HashSet<string> Incomplete { get; } = [];
    }
}
