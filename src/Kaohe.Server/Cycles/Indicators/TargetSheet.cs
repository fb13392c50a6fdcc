using Kaohe.Assessment;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Units;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Targets by Excel.</summary>
/// <param name="indicators">Saves.</param>
public sealed class TargetSheet(IndicatorService indicators) : SheetPort
{
    /// <inheritdoc/>
    public override string Kind => "targets";

    /// <inheritdoc/>
    public override string Title => "目标值";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("单位", "填单位简称", IsRequired: true, "忻府区"),
        new("指标代码", "二级指标代码", IsRequired: true, "C111"),
        new("指标", "只供核对，导入时不看"),
        new("确保目标", "", IsRequired: true, "120"),
        new("力争目标", "没有的不填"),
        new("上年基数", "按增量增速计分的必填"),
    ];

    /// <inheritdoc/>
    public override async Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        var viewer = await db.DemandAsync(actor, year, AssessmentAct.SeeCycle, cancellationToken: cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var names = (await db.TreesAsync(year, cancellationToken)).SelectMany(tree => tree.Indicators()).GroupBy(each => each.Code).ToDictionary(same => same.Key, same => same.First().Name);
        return SheetFile.Write(
            Title,
            Columns,
            from target in await db.TargetsAsync(year, cancellationToken)
            where viewer.May(AssessmentAct.SeeUnit, target.UnitId)
            orderby units.GetValueOrDefault(target.UnitId)?.Order, target.IndicatorCode
            select new object?[]
            {
                units.GetValueOrDefault(target.UnitId)?.ShortName ?? target.UnitId, target.IndicatorCode, names.GetValueOrDefault(target.IndicatorCode),
                target.Sure, target.Stretch, target.Base,
            },
            withHelp: false);
    }

    /// <inheritdoc/>
    public override async Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken)
    {
        var units = (await db.UnitsAsync(cancellationToken)).GroupBy(unit => unit.ShortName).ToDictionary(same => same.Key, same => same.First());
        var (items, problems) = ReadAll(SheetFile.Read(Title, Columns, content), row => Read(row, units));
        await SaveAsync(
            problems,
            () => indicators.SetTargetsAsync(db, actor, year, items.ConvertAll(each => each.Item), cancellationToken),
            problem => At(
                problem,
                problem.Path.EndsWith(".stretch", StringComparison.Ordinal) ? "力争目标" : problem.Path.EndsWith(".sure", StringComparison.Ordinal) ? "确保目标" : "指标代码",
                [.. items.Where(each => Concerns(problem, each.Item)).Select(each => each.Row)]));
        return new ImportResult(items.Count, $"已导入 {items.Count} 个目标值。");
    }

    private static bool Concerns(Problem problem, Target target) =>
        problem.Path.StartsWith($"targets[{target.UnitId}.{target.IndicatorCode}]", StringComparison.Ordinal)
        && (!problem.Path.EndsWith(".stretch", StringComparison.Ordinal) || target.Stretch < target.Sure);

    private static Target? Read(SheetRow row, Dictionary<string, Unit> units)
    {
        var unit = row.Choice("单位", units);
        var code = row.Text("指标代码");
        var (sure, stretch, start) = (row.Number("确保目标"), row.Number("力争目标"), row.Number("上年基数"));
        return unit is null || sure is null ? null : new Target { UnitId = unit.Id, IndicatorCode = code, Sure = sure.Value, Stretch = stretch, Base = start };
    }
}
