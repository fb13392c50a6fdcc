using Kaohe.Activities;
using Kaohe.Assessment.Officials;
using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>整改审核意见 and 销号单: what the unit undertook, and the opinions of 考核办, leader and 复查 with the people and days on record.</summary>
internal sealed class ClosureSource : IFieldSource
{
    private const string Notice = "整改通知书";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["整改审核意见", "销号单"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.About is not { } unit
            || (await sheet.Db.Rectifications.AsNoTracking().FirstOrDefaultAsync(row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == unit.Id, cancellationToken))?.Value
                is not { } rectification)
        {
            return;
        }

        var report = await sheet.Work.TaskAsync(TaskKinds.RectificationReport, unit.Id, cancellationToken);
        var recheck = await sheet.Work.TaskAsync(TaskKinds.RectificationRecheck, unit.Id, cancellationToken);
        var found = TaskForms.Read(TaskKinds.RectificationRecheck, recheck?.Data) as RecheckForm;
        var measures = rectification.Report?.Measures ?? [];
        sheet.Know("整改通知文号", await sheet.Db.Documents.AsNoTracking()
            .Where(row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == unit.Id && row.Kind == Notice && row.Number != null)
            .OrderByDescending(row => row.IssuedAt).Select(row => row.Number).FirstOrDefaultAsync(cancellationToken));
        sheet.Know("原因分析", rectification.Report?.Causes);
        sheet.Know("整改期限", measures.Count > 0 ? measures.Max(measure => measure.CompleteBy) : rectification.DueOn);
        sheet.Know("问题", measures.Select(measure => (object?)new Dictionary<string, object?>
        {
            ["内容"] = measure.Shortcoming,
            ["完成情况"] = $"{measure.Action}（责任人：{sheet.NameOf(measure.ResponsibleId)}，{measure.CompleteBy:yyyy年M月d日}前完成）",
            ["复查结论"] = "整改到位",
        }).ToList());
        sheet.Know("整改单位意见", $"整改报告所列{measures.Count}项措施已经落实，申请销号。");
        Sign("单位", report, null);
        Sign("考核办", await sheet.Work.TaskAsync(TaskKinds.RectificationReview, unit.Id, cancellationToken), "整改措施具体可行，审核通过，报领导审批。");
        Sign("审批", await sheet.Work.TaskAsync(TaskKinds.RectificationApproval, unit.Id, cancellationToken), "同意按整改报告整改，复查合格后销号。");
        Sign("复查", recheck, "经实地复查，问题已整改到位。");
        sheet.Know("复查意见", found is { Finding.Length: > 0 } ? found.Finding : rectification.Log.LastOrDefault(entry => entry.Act == "复查通过")?.Comment);
        sheet.Know("复查日期", found?.VisitedOn ?? Day(recheck));

        void Sign(string who, HumanTask? task, string? opinion)
        {
            sheet.Know(PersonField(who), who == "单位" && UnitHead.Of(unit, sheet.Officials.Values) is { } head ? head.Name : task?.EndedByName);
            sheet.Know(who + "日期", Day(task));
            if (opinion is not null)
            {
                sheet.Know(who + "意见", string.IsNullOrWhiteSpace(task?.Opinion) ? opinion : task.Opinion);
            }
        }
    }

    private static string PersonField(string who) => who switch
    {
        "单位" => "单位负责人",
        "考核办" => "考核办负责人",
        _ => who + "人",
    };

    private static object? Day(HumanTask? task) => task?.EndedAt is { } at ? OfficeTime.DateOf(at) : null;
}
