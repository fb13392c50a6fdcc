using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Has somebody approve what was submitted, or send it back with a comment. Nobody approves the own submission.</summary>
[Activity("Kaohe.Approval", DisplayName = "审批", Category = "任务", Kind = ActivityKind.Task, Description = "审核或批准提交的内容；不同意的写明意见退回。")]
[Outcomes("Approved|同意", "Returned|退回", "Overdue|逾期")]
public sealed class Approval : TaskBlock
{
    /// <summary>Kind of task.</summary>
    [Input(DisplayName = "任务类型", Description = "决定办理页面的表单；不填为一般审批。", UIHint = UIHints.Dropdown, OptionsProvider = "forms")]
    public Input<string> TaskKind { get; } = new();

    /// <summary>What is decided about.</summary>
    [Input(DisplayName = "待审内容", Description = "一般接上一步的“提交内容”。", UIHint = UIHints.Dictionary)]
    public Input<object> Submitted { get; } = new();

    /// <summary>Document that is decided about.</summary>
    [Input(DisplayName = "公文编号")]
    public Input<string> DocumentId { get; } = new();

    /// <inheritdoc/>
    protected override string DefaultTitle => "审批";

    /// <inheritdoc/>
    protected internal override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) =>
    [
        TaskOf(context, BlockText.Or(context.Get(TaskKind), TaskKinds.Approval)).Decides().MaySendBackTheStep() with
        {
            DocumentId = context.Get(DocumentId),
            Data = context.Get(Submitted) is { } submitted ? new Dictionary<string, object?> { ["submitted"] = submitted } : null,
        },
    ];

    /// <inheritdoc/>
    protected override string GoodOutcome(string chosen) => "Approved";
}
