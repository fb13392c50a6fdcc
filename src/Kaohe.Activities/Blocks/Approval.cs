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

    /// <summary>Who submitted it and must not decide about it.</summary>
    [Input(DisplayName = "提交人", Description = "接上一步的“办理人”；提交人不能审批自己提交的内容。")]
    public Input<string> SubmittedBy { get; } = new();

    /// <summary>The task in which it was submitted.</summary>
    [Input(DisplayName = "提交的任务", Description = "接上一步的“任务编号”；审批页面显示那里填写的内容。")]
    public Input<string> SubmittedTaskId { get; } = new();

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
            Data = DataOf(context),
        },
    ];

    /// <inheritdoc/>
    protected override string GoodOutcome(string chosen) => "Approved";

    private Dictionary<string, object?> DataOf(ActivityExecutionContext context)
    {
        (string Name, object? Value)[] given = [("submitted", context.Get(Submitted)), ("submittedBy", context.Get(SubmittedBy)), ("submittedTaskId", context.Get(SubmittedTaskId))];
        return given.Where(each => each.Value is not (null or "")).ToDictionary(each => each.Name, each => each.Value);
    }
}
