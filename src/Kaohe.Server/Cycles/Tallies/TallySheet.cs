using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Assessment.Units;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Tallies;

/// <summary>Tally sheets by Excel: one row a unit, component and kind of rater. An imported sheet still waits for the second person.</summary>
/// <param name="tallies">Saves.</param>
public sealed class TallySheet(TallyService tallies) : SheetPort
{
    private static readonly Dictionary<string, CompositeComponent> _components = Enum.GetValues<CompositeComponent>()
        .Where(component => component != CompositeComponent.Targets).ToDictionary(ComponentNames.Of);

    private static readonly IReadOnlyList<BallotOption> _options = BallotOption.Default;

    /// <inheritdoc/>
    public override string Kind => "tallies";

    /// <inheritdoc/>
    public override string Title => "计票汇总";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("单位", "填单位简称", IsRequired: true, "忻府区"),
        new("测评项目", string.Join('、', _components.Keys), IsRequired: true, "民主测评"),
        new("票类", "方案中的票类名称", IsRequired: true, "市级领导"),
        new("发出", "", IsRequired: true, "22"),
        new("收回", "", IsRequired: true, "22"),
        new("有效", "", IsRequired: true, "21"),
        new("无效", "含选不了解的", IsRequired: true, "1"),
        .. _options.Select(option => new SheetColumn(option.Label, $"选“{option.Label}”的票数")),
        new("状态", "只供查看，导入时不看"),
    ];

    /// <inheritdoc/>
    public override async Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        var viewer = await db.ViewerAsync(actor, year, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var rows = await db.Tallies.AsNoTracking().Where(t => t.CycleYear == year).ToListAsync(cancellationToken);
        return SheetFile.Write(
            Title,
            Columns,
            from sheet in rows.Select(row => row.Value)
            where viewer.May(AssessmentAct.EnterTally, sheet.Tally.UnitId)
            orderby units.GetValueOrDefault(sheet.Tally.UnitId)?.Order, sheet.Tally.Component
            from kind in sheet.Tally.Kinds
            let planned = scheme.BallotsOf(sheet.Tally.Component).Kinds.FirstOrDefault(each => each.Code == kind.KindCode)
            select Cells(units.GetValueOrDefault(sheet.Tally.UnitId)?.ShortName ?? sheet.Tally.UnitId, planned?.Name ?? kind.KindCode, sheet, kind),
            withHelp: false);
    }

    /// <inheritdoc/>
    public override async Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken)
    {
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).GroupBy(unit => unit.ShortName).ToDictionary(same => same.Key, same => same.First());
        var (items, problems) = ReadAll(SheetFile.Read(Title, Columns, content), row => Read(row, scheme, units));
        foreach (var same in items.GroupBy(each => (each.Item.UnitId, each.Item.Component)))
        {
            var lines = same.ToList();
            try
            {
                await tallies.EnterAsync(
                    db, actor, year, new BallotTally { UnitId = same.Key.UnitId, Component = same.Key.Component, Kinds = [.. lines.Select(each => each.Item.Kind)] }, cancellationToken);
            }
            catch (RulesBrokenException exception)
            {
                problems.AddRange(exception.Problems.Select(problem => problem with
                {
                    Path = (lines.Find(each => problem.Path.Contains($"[{each.Item.Kind.KindCode}]", StringComparison.Ordinal)).Row ?? lines[0].Row).CellOf(ColumnOf(problem.Path)),
                }));
            }
        }

        Rule.CheckAll([new RowsAreUsableRule(problems)]);
        return new ImportResult(items.Count, $"已导入 {items.Count} 行计票，待另一人核对确认。");
    }

    private static object?[] Cells(string unitName, string kindName, TwoPersonTally sheet, KindTally kind) =>
    [
        unitName, ComponentNames.Of(sheet.Tally.Component), kindName, kind.Issued, kind.Returned, kind.Valid, kind.Invalid,
        .. _options.Select(option => (object?)kind.Count(option.Code)), TallyStateNames.Of(sheet.State),
    ];

    private static string ColumnOf(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "issued" => "发出",
        "returned" => "收回",
        "valid" => "有效",
        "invalid" => "无效",
        _ => "票类",
    };

    private static TallyLine? Read(SheetRow row, Scheme scheme, Dictionary<string, Unit> units)
    {
        var unit = row.Choice("单位", units);
        var text = row.Text("测评项目");
        var component = row.Choice("测评项目", _components);
        var kinds = _components.ContainsKey(text) ? scheme.BallotsOf(component).Kinds.ToDictionary(kind => kind.Name, kind => kind.Code) : [];
        var kind = kinds.Count == 0 ? null : row.Choice("票类", kinds);
        var tally = new KindTally
        {
            KindCode = kind ?? "",
            Issued = row.Whole("发出"),
            Returned = row.Whole("收回"),
            Valid = row.Whole("有效"),
            Invalid = row.Whole("无效"),
            Counts = _options.ToDictionary(option => option.Code, option => row.Whole(option.Label)),
        };
        return unit is null || kind is null ? null : new TallyLine(unit.Id, component, tally);
    }

    private sealed record TallyLine(string UnitId, CompositeComponent Component, KindTally Kind);
}
