using System.Globalization;
using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Assessment.Units;
using Kaohe.Office;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>自查总结: the unit's report in four parts with its figures and its head's signature; what each data department certified, corrected or refused.</summary>
internal sealed class SelfAssessmentSource : IFieldSource
{
    private const string Report = "自查报告";
    private const string Sheet = "数据认定表";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = [Report, Sheet];

    /// <inheritdoc/>
    public Task AddAsync(FactSheet sheet, CancellationToken cancellationToken) =>
        sheet.About is not { } unit ? Task.CompletedTask
        : sheet.Subject.Template == Report ? AddReportAsync(sheet, unit, cancellationToken)
        : AddSheetAsync(sheet, unit, cancellationToken);

    private static async Task AddReportAsync(FactSheet sheet, Unit unit, CancellationToken cancellationToken)
    {
        if (await sheet.Work.FormAsync<SelfAssessmentForm>(TaskKinds.SelfAssessmentReport, unit.Id, cancellationToken) is not { } report)
        {
            return;
        }

        var notes = report.Figures.Where(row => row.Note.Length > 0).GroupBy(row => row.IndicatorCode).ToDictionary(same => same.Key, same => same.First().Note);
        var figures = await IndicatorFigures.OfAsync(sheet.Db, sheet.Subject.CycleYear, unit, cancellationToken);
        var signed = await sheet.Work.TaskAsync(TaskKinds.SelfAssessmentSignature, unit.Id, cancellationToken);
        sheet.Know("完成情况", report.Completion);
        sheet.Know("主要措施", report.Measures);
        sheet.Know("问题和原因", report.Shortcomings);
        sheet.Know("下步打算", report.NextSteps);
        sheet.Know("指标", figures.Select(figure => (object?)new Dictionary<string, object?>
        {
            ["名称"] = figure.Indicator.Name,
            ["目标值"] = figure.Shown(figure.Target?.Sure),
            ["完成值"] = figure.Shown(figure.Reading?.Value),
            ["佐证"] = figure.Reading is { Evidence.Count: > 0 and var count } ? $"{count}份" : "未提供",
            ["说明"] = notes.GetValueOrDefault(figure.Indicator.Code, ""),
        }).ToList());
        sheet.Know("签字人", signed?.EndedByName);
        sheet.Know("签字日期", signed?.EndedAt is { } at ? OfficeTime.DateOf(at) : null);
    }

    private static async Task AddSheetAsync(FactSheet sheet, Unit department, CancellationToken cancellationToken)
    {
        if (await sheet.Work.TaskAsync(TaskKinds.ReadingCertification, department.Id, cancellationToken) is not { } task
            || TaskForms.Read(task.Kind, task.Data) is not CertificationForm form)
        {
            return;
        }

        var year = sheet.Subject.CycleYear;
        var period = year.ToString(CultureInfo.InvariantCulture);
        var codes = form.Items.Select(row => row.IndicatorCode).Distinct(StringComparer.Ordinal).ToList();
        var readings = (await sheet.Db.Readings.AsNoTracking().Where(row => row.CycleYear == year && row.Period == period && codes.Contains(row.IndicatorCode)).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.UnitId, row.IndicatorCode), row => row.Value);
        var indicators = (await sheet.Db.TreesAsync(year, cancellationToken)).SelectMany(tree => tree.Indicators()).GroupBy(one => one.Code).ToDictionary(same => same.Key, same => same.First());
        var names = sheet.Units.ToDictionary(unit => unit.Id, unit => unit.ShortName);
        var rows = form.Items.Where(row => indicators.ContainsKey(row.IndicatorCode)).Select(row =>
        {
            var reported = ReportedValue(row, readings.GetValueOrDefault((row.UnitId, row.IndicatorCode)));
            var indicator = indicators[row.IndicatorCode];
            return (Row: row, Reported: reported, Unit: names.GetValueOrDefault(row.UnitId, row.UnitId), indicator.Name, indicator.Measure);
        }).ToList();
        sheet.Know("认定部门", department.Name);
        sheet.Know("认定日期", OfficeTime.DateOf(task.EndedAt ?? sheet.Subject.At));
        sheet.Know("认定项数", rows.Count);
        sheet.Know("更正项数", rows.Count(one => one.Row.IsCertified && one.Row.Value != one.Reported));
        sheet.Know("不予认定项数", rows.Count(one => !one.Row.IsCertified));
        sheet.Know("数据", rows.ConvertAll(one => (object?)new Dictionary<string, object?>
        {
            ["单位"] = one.Unit,
            ["指标"] = one.Name,
            ["填报值"] = Value(one.Reported, one.Measure),
            ["认定值"] = one.Row.IsCertified ? Value(one.Row.Value, one.Measure) : "—",
            ["意见"] = !one.Row.IsCertified ? $"不予认定：{one.Row.Reason}" : one.Row.Value == one.Reported ? "认定" : $"更正：{one.Row.Reason}",
        }));
        sheet.Know("认定人", task.EndedByName);
    }

    // The department's correction is the newest change of the figure; what it changed is what the unit had reported.
    private static decimal? ReportedValue(CertificationRow row, Kaohe.Assessment.Readings.Reading? reading) =>
        reading?.History is [.., var last] && row.IsCertified && last.To == row.Value && last.Reason == row.Reason ? last.From : reading?.Value ?? row.Value;

    private static string Value(decimal? value, string measure) => value is { } figure ? Shown.Number(figure) + measure : "—";
}
