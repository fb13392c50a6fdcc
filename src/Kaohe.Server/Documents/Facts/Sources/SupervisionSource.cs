using System.Globalization;
using Kaohe.Activities;
using Kaohe.Assessment.Supervision;
using Kaohe.Assessment.Units;
using Kaohe.Office;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>督查落实: the plan gives the days and the method, the teams' findings give record and bulletin. What has no evidence counts as not done (澄城2013).</summary>
internal sealed class SupervisionSource : IFieldSource
{
    private const string Record = "督查记录表";
    private const string Bulletin = "督查通报";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["督查通知", Record, Bulletin];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        var plan = await sheet.Work.FormAsync<SupervisionPlanForm>(TaskKinds.SupervisionPlan, null, cancellationToken);
        sheet.Decide("开始日期", plan?.From);
        sheet.Decide("结束日期", plan?.Until);
        if (sheet.Subject.Template == Record && sheet.About is { } unit)
        {
            await AddRecordAsync(sheet, unit, plan, cancellationToken);
        }
        else if (sheet.Subject.Template == Bulletin)
        {
            await AddBulletinAsync(sheet, cancellationToken);
        }
    }

    private static async Task AddRecordAsync(FactSheet sheet, Unit unit, SupervisionPlanForm? plan, CancellationToken cancellationToken)
    {
        if (await sheet.Work.TaskAsync(TaskKinds.SupervisionFinding, unit.Id, cancellationToken) is not { } task
            || Tasks.Forms.TaskForms.Read(task.Kind, task.Data) is not FindingForm form)
        {
            return;
        }

        var figures = (await IndicatorFigures.OfAsync(sheet.Db, sheet.Subject.CycleYear, unit, cancellationToken, PeriodOf(sheet))).ToDictionary(figure => figure.Indicator.Code);
        var items = form.Items.Where(item => figures.ContainsKey(item.IndicatorCode)).Select(item => (Item: item, Figure: figures[item.IndicatorCode])).ToList();
        var behind = items.Where(one => Counted(one.Item, HasEvidence(one.Figure)) <= Progress.Behind).Select(one => one.Figure.Indicator.Name).ToList();
        sheet.Know("督查日期", OfficeTime.DateOf(task.EndedAt ?? sheet.Subject.At));
        sheet.Know("督查组名称", sheet.Team?.Name ?? task.EndedByName ?? "督查组");
        sheet.Know("督查方式", plan is { Method.Length: > 0 } ? plan.Method : "查阅资料、实地查看、座谈");
        sheet.Know("总体评价", form.Overall);
        sheet.Know("整改要求", behind.Count == 0
            ? $"继续抓好落实，确保全面完成{sheet.Subject.CycleYear}年度目标任务。"
            : $"对{Listed(behind)}{behind.Count}项指标分析原因，补充佐证材料，制定赶超措施，于{OfficeTime.Day(DueOn(sheet), sheet.Today.Year)}前书面报市考核办。");
        sheet.Know("记录", items.ConvertAll(one => (object?)Row(one.Item, one.Figure)));
    }

    private static async Task AddBulletinAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        var year = sheet.Subject.CycleYear;
        var findings = await sheet.Work.FormsAsync<FindingForm>(TaskKinds.SupervisionFinding, cancellationToken, BeganAt(sheet));
        var shown = await IndicatorFigures.ShownAsync(sheet.Db, year, cancellationToken, PeriodOf(sheet));
        var names = (await sheet.Db.TreesAsync(year, cancellationToken)).SelectMany(tree => tree.Indicators())
            .GroupBy(indicator => indicator.Code).ToDictionary(same => same.Key, same => same.First().Name);
        var units = sheet.Units.Where(unit => findings.ContainsKey(unit.Id))
            .Select(unit => new Standing(unit, [.. findings[unit.Id].Items.Select(item => (item, Counted(item, shown.Contains((unit.Id, item.IndicatorCode)))))])).ToList();
        if (units.Count == 0)
        {
            return;
        }

        sheet.Know("总体情况", SupervisionText.Overall(units, sheet.Units));
        sheet.Know("进度", units.ConvertAll(unit => (object?)new Dictionary<string, object?>
        {
            ["单位"] = unit.Unit.ShortName, ["指标数"] = unit.Items.Count, ["达标数"] = unit.OnSchedule, ["达标率"] = unit.Share,
        }));
        var behind = units.Where(unit => unit.Behind.Any())
            .Select(unit => (object?)new Dictionary<string, object?> { ["单位"] = unit.Unit.ShortName, ["内容"] = SupervisionText.Shortfall(unit, names) }).ToList();
        sheet.Know("问题", behind.Count > 0 ? behind : [new Dictionary<string, object?> { ["单位"] = "各被督查单位", ["内容"] = "未发现进度滞后的指标，佐证材料齐全。" }]);
    }

    private static Dictionary<string, object?> Row(FindingRow item, IndicatorFigure figure) => new()
    {
        ["指标"] = figure.Indicator.Name,
        ["年度目标"] = figure.Shown(figure.Target?.Sure),
        ["累计完成"] = figure.Shown(figure.Reading?.Value),
        ["佐证"] = HasEvidence(figure) ? $"{figure.Reading!.Evidence.Count}份" : "未提供",
        ["认定"] = ProgressNames.Of(Counted(item, HasEvidence(figure))) + (item.Note.Length > 0 ? "：" + item.Note : ""),
    };

    private static string? PeriodOf(FactSheet sheet) => sheet.Subject.Given.GetValueOrDefault(FlowInputs.Period) as string;

    // A bulletin is about its own round: what an earlier round found at a unit that this one did not reach is not in it.
    private static DateTimeOffset? BeganAt(FactSheet sheet) =>
        PeriodOf(sheet) is not null && DateOnly.TryParse(sheet.Subject.Given.GetValueOrDefault("开始日期") as string, CultureInfo.InvariantCulture, out var day)
            ? OfficeTime.At(day, TimeOnly.MinValue)
            : null;

    private static Progress Counted(FindingRow item, bool hasEvidence) => hasEvidence ? item.Stated ?? Progress.NotDone : Progress.NotDone;

    private static bool HasEvidence(IndicatorFigure figure) => figure.Reading is { Evidence.Count: > 0 };

    private static string Listed(List<string> names) => names.Count <= 3 ? string.Join('、', names) : $"{string.Join('、', names.Take(3))}等";

    private static DateOnly DueOn(FactSheet sheet) =>
        sheet.Subject.DueAt is { } due && OfficeTime.DateOf(due) > sheet.Today ? OfficeTime.DateOf(due) : sheet.Calendar.AddWorkingDays(sheet.Today, 10).Date;
}

/// <summary>How a unit stands after a round of supervision.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Items">Its indicators with what counts.</param>
internal sealed record Standing(Unit Unit, IReadOnlyList<(FindingRow Item, Progress Counted)> Items)
{
    /// <summary>Indicators done or on schedule.</summary>
    public int OnSchedule => Items.Count(item => item.Counted >= Progress.OnTrack);

    /// <summary>The others.</summary>
    public IEnumerable<(FindingRow Item, Progress Counted)> Behind => Items.Where(item => item.Counted < Progress.OnTrack);

    /// <summary>Percent on schedule, unrounded.</summary>
    public decimal Share => Items.Count == 0 ? 0m : OnSchedule * 100m / Items.Count;
}
