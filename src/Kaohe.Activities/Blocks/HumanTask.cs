using Kaohe.Activities.Plans;
using Kaohe.Office.Tasks;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Gives people a task and waits for it.</summary>
[Activity("Kaohe.HumanTask", DisplayName = "人工任务", Category = "任务", Kind = ActivityKind.Task, Description = "给单位、考核组、考核办或领导一项任务，等待办完。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class HumanTask : TaskBlock
{
    /// <summary>Kind of task.</summary>
    [Input(DisplayName = "任务类型", Description = "决定办理页面的表单；不填为一般任务。", UIHint = UIHints.Dropdown, OptionsProvider = "forms")]
    public Input<string> TaskKind { get; } = new();

    /// <summary>Form, for a general task.</summary>
    [Input(DisplayName = "表单", UIHint = UIHints.Dropdown, OptionsProvider = "forms")]
    public Input<string> FormId { get; } = new();

    /// <summary>Ways to finish it; each becomes an outcome.</summary>
    [Input(DisplayName = "自定义结果", Description = "办理人可选的结果，每个都是一个出口；不填只有“完成”。", UIHint = UIHints.DynamicOutcomes)]
    public Input<List<string>> Outcomes { get; } = new();

    /// <summary>Document that belongs to it.</summary>
    [Input(DisplayName = "公文编号")]
    public Input<string> DocumentId { get; } = new();

    /// <summary>What the form shows at first.</summary>
    [Input(DisplayName = "随附数据", UIHint = UIHints.Dictionary)]
    public Input<Dictionary<string, object?>> FormData { get; } = new();

    /// <summary>Why it is to be done again.</summary>
    [Input(DisplayName = "退回意见", Description = "退回重办时，一般接审批的“意见”。")]
    public Input<string> ReturnReason { get; } = new();

    /// <summary>Whether few may see it.</summary>
    [Input(DisplayName = "限定知悉范围", UIHint = UIHints.Checkbox)]
    public Input<bool> IsConfidential { get; } = new();

    /// <inheritdoc/>
    protected override string DefaultTitle => "办理任务";

    /// <inheritdoc/>
    protected internal override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) =>
    [
        TaskOf(context, BlockText.Or(context.Get(TaskKind), TaskKinds.General)) with
        {
            FormId = context.Get(FormId),
            DocumentId = context.Get(DocumentId),
            Data = DataOf(context),
            IsConfidential = context.Get(IsConfidential),
            Outcomes = [.. (context.Get(Outcomes) ?? []).Where(text => text.Length > 0).Select(text => new TaskOutcome(text, text))],
        },
    ];

    /// <inheritdoc/>
    protected override string GoodOutcome(string chosen) => chosen.Length == 0 || chosen == TaskOutcome.Done.Code ? PlanOutcomes.Done : chosen;

    private Dictionary<string, object?>? DataOf(ActivityExecutionContext context)
    {
        var data = context.Get(FormData);
        return context.Get(ReturnReason) is { Length: > 0 } reason ? new Dictionary<string, object?>(data ?? []) { ["returnReason"] = reason } : data;
    }
}
