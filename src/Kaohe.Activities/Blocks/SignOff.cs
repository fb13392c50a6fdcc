using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Has a leader sign a drafted document (签发), or send it back with a comment.</summary>
[Activity("Kaohe.SignOff", DisplayName = "领导签发", Category = "公文", Kind = ActivityKind.Task, Description = "请领导签发已起草的公文；不同意的写明意见退回。")]
[Outcomes("Signed|签发", "Returned|退回", "Overdue|逾期")]
public sealed class SignOff : TaskBlock
{
    /// <summary>The document.</summary>
    [Input(DisplayName = "公文编号", Description = "接“起草公文”的输出。")]
    public Input<string> DocumentId { get; } = new();

    /// <inheritdoc/>
    protected override string DefaultTitle => "签发公文";

    /// <inheritdoc/>
    protected override string DefaultRole => Office.People.Role.Leader.Code;

    /// <inheritdoc/>
    protected internal override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) =>
        [TaskOf(context, TaskKinds.SignOff).Decides().MaySendBackTheStep() with { DocumentId = BlockText.DocumentOf(context.Get(DocumentId), TitleOf(context)) }];

    /// <inheritdoc/>
    protected override string GoodOutcome(string chosen) => "Signed";
}
