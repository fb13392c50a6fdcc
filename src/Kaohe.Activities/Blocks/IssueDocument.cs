using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Numbers and issues a document that was drafted and signed before.</summary>
[Activity("Kaohe.IssueDocument", DisplayName = "编号印发", Category = "公文", Kind = ActivityKind.Task, Description = "给已签发的公文编发文字号并发出。")]
[Outcomes("Done|完成")]
public sealed class IssueDocument : DocumentBlock
{
    /// <summary>The document.</summary>
    [Input(DisplayName = "公文编号", Description = "接“起草公文”的输出。")]
    public Input<string> Document { get; } = new();

    /// <inheritdoc/>
    protected internal override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) =>
        [new() { Code = "issue", Kind = PlanItemKind.Issue, Title = NameOf(context), DocumentId = BlockText.DocumentOf(context.Get(Document), NameOf(context)) }];

    /// <inheritdoc/>
    protected override string NameOf(ActivityExecutionContext context) => "编号印发";
}
