using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Has units confirm that a document has arrived.</summary>
[Activity("Kaohe.CollectReceipts", DisplayName = "收集回执", Category = "公文", Kind = ActivityKind.Task, Description = "请收文单位逐一签收公文，达到要求后继续。")]
[Outcomes("Done|完成", "Overdue|逾期")]
public sealed class CollectReceipts : TaskBlock
{
    /// <summary>The document.</summary>
    [Input(DisplayName = "公文编号", Description = "接“起草公文”的输出。")]
    public Input<string> DocumentId { get; } = new();

    /// <summary>The share that is enough.</summary>
    [Input(DisplayName = "签收比例（%）", Description = "达到这个比例即继续，其余的关闭。", DefaultValue = 100)]
    public Input<int> Share { get; } = new(100);

    /// <inheritdoc/>
    protected override string DefaultTitle => "签收公文";

    /// <inheritdoc/>
    protected override string DefaultRole => Office.People.Role.Unit.Code;

    /// <inheritdoc/>
    protected override bool LateIsOverdue => true;

    /// <inheritdoc/>
    protected override CompletionRule CompletionOf(ActivityExecutionContext context) => CompletionRule.Read("share", context.Get(Share));

    /// <inheritdoc/>
    protected internal override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) =>
        [TaskOf(context, TaskKinds.Receipt) with { DocumentId = BlockText.DocumentOf(context.Get(DocumentId), TitleOf(context)) }];
}
