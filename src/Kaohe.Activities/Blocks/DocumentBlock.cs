using Kaohe.Activities.Effects;
using Kaohe.Activities.Plans;
using Kaohe.Activities.Signals;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>What the building blocks that make documents share.</summary>
public abstract class DocumentBlock : PlannedActivity
{
    /// <summary>Whom the document is for.</summary>
    [Input(DisplayName = "对象", Description = "不填为本流程的单位；也可选全部、县市区、市直部门，或列出单位。", UIHint = UIHints.Dropdown, OptionsProvider = "audiences", AutoEvaluate = false)]
    public Input<object> Audience { get; } = new();

    /// <summary>The document, when there is one.</summary>
    [Output(DisplayName = "公文编号")]
    public Output<string> DocumentId { get; } = new();

    /// <summary>发文字号.</summary>
    [Output(DisplayName = "发文字号")]
    public Output<string> Number { get; } = new();

    /// <summary>The day by which the paper wants an answer.</summary>
    [Output(DisplayName = "报告期限", Description = "整改通知书上印的报告期限，例如 2027-04-12；其他公文没有。")]
    public Output<string> DueOn { get; } = new();

    /// <summary>Name for people.</summary>
    protected abstract string NameOf(ActivityExecutionContext context);

    /// <summary>Whether a leader signs.</summary>
    protected virtual bool NeedsSignature(ActivityExecutionContext context) => false;

    /// <inheritdoc/>
    protected internal sealed override PlanSettings SettingsOf(ActivityExecutionContext context) =>
        new() { Name = NameOf(context), Role = Office.People.Role.Office.Code, NeedsSignature = NeedsSignature(context) };

    /// <inheritdoc/>
    protected internal sealed override void ItemFinished(ActivityExecutionContext context, PlanItem item, string key, Carried carried)
    {
        context.Set(DocumentId, carried.DocumentId);
        context.Set(Number, carried.Number);
        context.Set(DueOn, carried.Data?.GetValueOrDefault(DocumentSignals.DueOn) as string);
    }

    /// <inheritdoc/>
    protected sealed override AudienceSpec AudienceOf(ActivityExecutionContext context) => BlockText.AudienceOf(context, context.Get(Audience), NameOf(context));

    /// <inheritdoc/>
    protected sealed override string? DeadlineOf(ActivityExecutionContext context) => null;
}
