using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Puts on record that the 整改 of the flow's unit has moved on.</summary>
[Activity("Kaohe.RectificationRecord", DisplayName = "登记整改进展", Category = "结果运用", Description = "把本流程单位的整改进展登记入档。")]
[Outcomes("Done|完成")]
public sealed class RectificationRecord : Activity
{
    /// <summary>What has happened.</summary>
    [Input(DisplayName = "进展", UIHint = UIHints.Dropdown, Options =
    [
        "Noticed|已发整改通知", "Submitted|已报整改报告", "OfficePassed|考核办审核通过", "LeaderApproved|领导批准", "Returned|退回", "Overdue|逾期", "Completed|已报完成情况", "CompletionOverdue|到期未报完成情况", "Rechecked|复查通过", "Closed|销号",
    ])]
    public Input<RectificationEvent> Event { get; } = new();

    /// <summary>Why.</summary>
    [Input(DisplayName = "意见")]
    public Input<string> Comment { get; } = new();

    /// <summary>Who.</summary>
    [Input(DisplayName = "办理人")]
    public Input<string> By { get; } = new();

    /// <summary>What was submitted.</summary>
    [Input(DisplayName = "提交内容")]
    public Input<object> Data { get; } = new();

    /// <summary>When the unit's report is due.</summary>
    [Input(DisplayName = "报告期限", Description = "例如“1个月”，只在发通知和退回时填写。")]
    public Input<string> ReportDeadline { get; } = new();

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var deadline = context.Get(ReportDeadline);
        context.Emit(KaoheEffects.RecordRectification, new RecordRectification
        {
            CycleYear = FlowInputs.YearOf(context),
            UnitId = FlowInputs.UnitOf(context) ?? throw new WorkflowException("“登记整改进展”只能用在有单位的流程里：请给流程加上输入 unitId。"),
            Event = context.Get(Event),
            InstanceId = context.WorkflowInstanceId,
            Comment = context.Get(Comment) ?? "",
            By = context.Get(By) ?? "",
            Data = context.Get(Data) as Dictionary<string, object?>,
            DueAt = string.IsNullOrWhiteSpace(deadline) ? null : Plans.Deadlines.Resolve(deadline, OfficeTime.DateOf(context.Now), "整改报告"),
        });
        context.Complete();
    }
}
