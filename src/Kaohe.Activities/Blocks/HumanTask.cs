using Kaohe.Activities.Effects;
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
    [Input(DisplayName = "表单", Description = "在“表单设计”里画好并发布的表单；只用于一般任务。", UIHint = UIHints.Dropdown, OptionsProvider = "designedForms")]
    public Input<string> FormId { get; } = new();

    /// <summary>Step of the form.</summary>
    [Input(DisplayName = "表单环节", Description = "表单分环节填写时，本任务是哪个环节；字段的隐藏、只读、填写按它确定。")]
    public Input<string> FormStep { get; } = new();

    /// <summary>An earlier task whose submission is shown beside the form.</summary>
    [Input(DisplayName = "展示前面任务", Description = "接前面人工任务的“任务编号”；办理页面只读显示那里填写的内容和附件。")]
    public Input<string> ShownTaskId { get; } = new();

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

    /// <inheritdoc/>
    protected override TaskHandling HandlingOf(ActivityExecutionContext context) =>
        base.HandlingOf(context) with { FormStep = string.IsNullOrWhiteSpace(context.Get(FormStep)) ? null : context.Get(FormStep)!.Trim() };

    private Dictionary<string, object?>? DataOf(ActivityExecutionContext context)
    {
        (string Name, string? Value)[] more = [("returnReason", context.Get(ReturnReason)), ("submittedTaskId", context.Get(ShownTaskId))];
        var given = more.Where(each => !string.IsNullOrEmpty(each.Value)).ToList();
        return given.Count == 0 ? context.Get(FormData) : given.Aggregate(
            new Dictionary<string, object?>(context.Get(FormData) ?? []), (data, each) => new(data) { [each.Name] = each.Value });
    }
}
