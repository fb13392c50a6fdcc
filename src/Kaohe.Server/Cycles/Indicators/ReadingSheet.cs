using Kaohe.Assessment;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Readings;
using Kaohe.Assessment.Units;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Readings by Excel. Certification does not travel by file: a data department signs in the product.</summary>
/// <param name="readings">Saves.</param>
public sealed class ReadingSheet(ReadingService readings) : SheetPort
{
    private static readonly char[] _separators = ['；', ';'];

    /// <inheritdoc/>
    public override string Kind => "readings";

    /// <inheritdoc/>
    public override string Title => "完成值";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("单位", "填单位简称", IsRequired: true, "忻府区"),
        new("指标代码", "二级指标代码", IsRequired: true, "C111"),
        new("指标", "只供核对，导入时不看"),
        new("期间", "年度或季度；不填为全年", Example: "2026Q3"),
        new("完成值", "", IsRequired: true, "118.5"),
        new("佐证材料", "多份用；隔开", Example: "统计公报；部门认定函"),
        new("扣分", "扣分法填写，例如 1：信访积案未化解；0.5：台账不全"),
        new("修改理由", "改动已有完成值时必填"),
        new("认定状态", "只供查看，导入时不看"),
    ];

    /// <inheritdoc/>
    public override async Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        var viewer = await db.DemandAsync(actor, year, AssessmentAct.SeeCycle, cancellationToken: cancellationToken);
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var names = (await db.TreesAsync(year, cancellationToken)).SelectMany(tree => tree.Indicators()).GroupBy(each => each.Code).ToDictionary(same => same.Key, same => same.First().Name);
        var rows = await db.Readings.AsNoTracking().Where(r => r.CycleYear == year).ToListAsync(cancellationToken);
        return SheetFile.Write(
            Title,
            Columns,
            from reading in rows.Select(row => row.Value)
            where viewer.May(AssessmentAct.SeeUnit, reading.UnitId)
            orderby units.GetValueOrDefault(reading.UnitId)?.Order, reading.IndicatorCode, reading.Period
            select new object?[]
            {
                units.GetValueOrDefault(reading.UnitId)?.ShortName ?? reading.UnitId, reading.IndicatorCode, names.GetValueOrDefault(reading.IndicatorCode),
                reading.Period, reading.Value, string.Join('；', reading.Evidence.Select(evidence => evidence.Title)),
                string.Join('；', reading.Deductions.Select(entry => $"{Shown.Number(entry.Points)}：{entry.Reason}")), null,
                reading.Certification is null ? "未认定" : "已认定",
            },
            withHelp: false);
    }

    /// <inheritdoc/>
    public override async Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken)
    {
        var units = (await db.UnitsAsync(cancellationToken)).GroupBy(unit => unit.ShortName).ToDictionary(same => same.Key, same => same.First());
        var (items, problems) = ReadAll(SheetFile.Read(Title, Columns, content), row => Read(row, units, actor));
        await SaveAsync(
            problems,
            () => readings.ReportAsync(db, actor, year, items.ConvertAll(each => each.Item), cancellationToken),
            problem => At(
                problem,
                problem.Path switch
                {
                    var path when path.EndsWith(".reason", StringComparison.Ordinal) => "修改理由",
                    var path when path.EndsWith(".value", StringComparison.Ordinal) => "完成值",
                    var path when path.EndsWith(".period", StringComparison.Ordinal) => "期间",
                    var path when path.Contains(".deductions", StringComparison.Ordinal) => "扣分",
                    _ => "指标代码",
                },
                [.. items.Where(each => Concerns(problem, each.Item, year)).Select(each => each.Row)]));
        return new ImportResult(items.Count, $"已导入 {items.Count} 个完成值，待数据认定部门认定。");
    }

    // A unit may bring the quarters of an indicator in one file; what stands twice is of one period, and a figure out of range is its own.
    private static bool Concerns(Problem problem, ReportedFigure figure, int year)
    {
        var path = $"readings[{figure.UnitId}.{figure.IndicatorCode}]";
        return problem.Path.StartsWith($"{path}.periods[", StringComparison.Ordinal)
            ? problem.Path == $"{path}.periods[{figure.Period ?? ReadingService.WholeYear(year)}]"
            : problem.Path.StartsWith(path, StringComparison.Ordinal);
    }

    private static ReportedFigure? Read(SheetRow row, Dictionary<string, Unit> units, Actor actor)
    {
        var unit = row.Choice("单位", units);
        var code = row.Text("指标代码");
        var value = row.Number("完成值");
        var evidence = row.Text("佐证材料").Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var deductions = Deductions(row, actor);
        return unit is null || value is null ? null : new ReportedFigure
        {
            UnitId = unit.Id,
            IndicatorCode = code,
            Period = row.Text("期间") is { Length: > 0 } period ? period : null,
            Value = value.Value,
            Evidence = evidence.Length == 0 ? null : [.. evidence.Select(title => new Evidence(title))],
            Deductions = deductions.Count == 0 ? null : deductions,
            Reason = row.Text("修改理由"),
        };
    }

    private static List<DeductionEntry> Deductions(SheetRow row, Actor actor)
    {
        List<DeductionEntry> entries = [];
        foreach (var part in row.Text("扣分").Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('：', ':');
            if (pair.Length == 2 && decimal.TryParse(pair[0], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var points))
            {
                entries.Add(new DeductionEntry(points, pair[1].Trim(), actor.Id));
            }
            else
            {
                row.Fail("扣分", $"扣分“{part}”看不懂，请照“1：理由”的样子填写，多项用；隔开。");
            }
        }

        return entries;
    }
}
