using Kaohe.Activities;
using Kaohe.Assessment.Rectifications;
using Kaohe.Office;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>销号单: what the unit reported, what 复查 found about each measure, who closed the 整改, and who had approved its report; each with name and day.</summary>
internal sealed class ClosureSource : IFieldSource
{
    private const string Missed = "单位到期未报告完成情况，未申请销号。";
    private const string NotReported = "没有单位报告完成情况、申请销号的记录。";
    private const string AsWhole = "见复查意见";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["销号单"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        var acts = new RectificationSheet(sheet);
        if (await acts.RecordAsync(cancellationToken) is not { } rectification)
        {
            return;
        }

        await acts.KnowNoticeAsync(rectification, cancellationToken);
        sheet.Know("问题", (rectification.Report?.Measures ?? []).Select((measure, index) => (object?)new Dictionary<string, object?>
        {
            ["内容"] = measure.Shortcoming,
            ["完成情况"] = $"措施：{measure.Action}（{measure.CompleteBy:yyyy年M月d日}前）\n{Reported(rectification.Completion, index)}",
            ["复查结论"] = Found(rectification.Recheck, index),
        }).ToList());
        sheet.Know("整改单位意见", rectification.Completion?.Statement ?? (rectification.CompletionMissedAt is null ? NotReported : Missed));
        if (rectification.Completion is { } completion)
        {
            sheet.Know("单位报告人", await acts.NameAsync(TaskKinds.RectificationCompletion, rectification.UnitId, completion.By, cancellationToken));
            sheet.Know("单位日期", OfficeTime.DateOf(completion.At));
        }

        await KnowRecheckAsync(sheet, acts, rectification, cancellationToken);
        await acts.KnowActAsync(rectification, (TaskKinds.RectificationClosing, "销号"), ("考核办意见", "考核办负责人", "考核办日期"), "同意销号。", cancellationToken);
        await acts.KnowActAsync(rectification, (TaskKinds.RectificationApproval, "领导批准"), ("审批意见", "审批人", "审批日期"), "批准。", cancellationToken);
    }

    private static async Task KnowRecheckAsync(FactSheet sheet, RectificationSheet acts, Rectification rectification, CancellationToken cancellationToken)
    {
        if (rectification.Recheck is { } recheck)
        {
            sheet.Know("复查意见", recheck.Finding);
            sheet.Know("复查人", await acts.NameAsync(TaskKinds.RectificationRecheck, rectification.UnitId, recheck.By, cancellationToken));
            sheet.Know("复查日期", recheck.VisitedOn ?? OfficeTime.DateOf(recheck.At));
            return;
        }

        // A 整改 that passed before findings were kept has them in its history only.
        await acts.KnowActAsync(rectification, (TaskKinds.RectificationRecheck, "复查通过"), ("复查意见", "复查人", "复查日期"), "复查通过。", cancellationToken);
    }

    private static string Reported(RectificationCompletion? completion, int index) =>
        completion?.Measures.ElementAtOrDefault(index) is { } measure ? $"{(measure.IsDone ? "已完成" : "未完成")}：{measure.Progress}" : "单位未报告";

    private static string Found(RectificationRecheck? recheck, int index) =>
        recheck?.Measures.ElementAtOrDefault(index) is { } measure ? $"{(measure.IsInPlace ? "到位" : "未到位")}：{measure.Finding}" : AsWhole;
}
