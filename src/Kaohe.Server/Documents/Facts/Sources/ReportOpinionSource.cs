using Kaohe.Activities;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>整改审核意见: what the unit undertakes, and what 考核办 and leader said about its report.</summary>
internal sealed class ReportOpinionSource : IFieldSource
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["整改审核意见"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        var acts = new RectificationSheet(sheet);
        if (await acts.RecordAsync(cancellationToken) is not { } rectification)
        {
            return;
        }

        await acts.KnowNoticeAsync(rectification, cancellationToken);
        sheet.Know("原因分析", rectification.Report?.Causes);
        sheet.Know("问题", (rectification.Report?.Measures ?? []).Select(measure => (object?)new Dictionary<string, object?>
        {
            ["内容"] = measure.Shortcoming,
            ["完成情况"] = $"{measure.Action}（责任人：{sheet.NameOf(measure.ResponsibleId)}，{measure.CompleteBy:yyyy年M月d日}前完成）",
        }).ToList());
        await acts.KnowActAsync(rectification, (TaskKinds.RectificationReview, "考核办审核通过"), ("考核办意见", "考核办负责人", "考核办日期"), "审核通过。", cancellationToken);
        await acts.KnowActAsync(rectification, (TaskKinds.RectificationApproval, "领导批准"), ("审批意见", "审批人", "审批日期"), "批准。", cancellationToken);
    }
}
