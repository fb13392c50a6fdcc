using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Merges a Word template into an official document, and issues it when asked.</summary>
[Activity("Kaohe.DraftDocument", DisplayName = "起草公文", Category = "公文", Kind = ActivityKind.Task, Description = "用模板起草公文；可经领导签发后直接编号印发，也可停在草稿交后续签发。")]
[Outcomes("Done|完成")]
public sealed class DraftDocument : DocumentBlock
{
    /// <summary>The template.</summary>
    [Input(DisplayName = "公文模板", UIHint = UIHints.Dropdown, OptionsProvider = "templates")]
    public Input<string> Template { get; } = new();

    /// <summary>The title.</summary>
    [Input(DisplayName = "标题")]
    public Input<string> Title { get; } = new();

    /// <summary>What the flow knows for the fields.</summary>
    [Input(DisplayName = "字段", Description = "模板字段的值；没有给出的由系统按年度资料填写。", UIHint = UIHints.Dictionary)]
    public Input<Dictionary<string, object?>> Fields { get; } = new();

    /// <summary>Whether there is one for each unit.</summary>
    [Input(DisplayName = "每个单位一份", UIHint = UIHints.Checkbox)]
    public Input<bool> IsPerUnit { get; } = new();

    /// <summary>Whether it is numbered and issued at once.</summary>
    [Input(DisplayName = "起草后直接印发", Description = "勾选后编号印发；不勾选停在草稿。", UIHint = UIHints.Checkbox)]
    public Input<bool> IssueAtOnce { get; } = new();

    /// <summary>Whether a leader signs before it is issued.</summary>
    [Input(DisplayName = "领导签发", Description = "直接印发时，先请领导签发。", UIHint = UIHints.Checkbox)]
    public Input<bool> LeaderSigns { get; } = new();

    /// <inheritdoc/>
    protected internal override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) =>
    [
        Items.Document("document", context.Get(Template) ?? "", NameOf(context)) with
        {
            IsMain = true,
            Scope = context.Get(IsPerUnit) ? PlanScope.Audience : PlanScope.Once,
            StopsAtDraft = !context.Get(IssueAtOnce),
            Data = context.Get(Fields),
        },
    ];

    /// <inheritdoc/>
    protected override string NameOf(ActivityExecutionContext context) => BlockText.Or(context.Get(Title), BlockText.Or(context.Get(Template), "公文"));

    /// <inheritdoc/>
    protected override bool NeedsSignature(ActivityExecutionContext context) => context.Get(IssueAtOnce) && context.Get(LeaderSigns);
}
