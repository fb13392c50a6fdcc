using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Makes a PDF letter for each unit.</summary>
[Activity("Kaohe.GenerateLetter", DisplayName = "生成通知书", Category = "公文", Kind = ActivityKind.Task, Description = "给每个单位生成一份 PDF 通知书。")]
[Outcomes("Done|完成")]
public sealed class GenerateLetter : DocumentBlock
{
    /// <summary>The template.</summary>
    [Input(DisplayName = "公文模板", UIHint = UIHints.Dropdown, OptionsProvider = "templates", DefaultValue = "结果通知书")]
    public Input<string> Template { get; } = new("结果通知书");

    /// <summary>The title.</summary>
    [Input(DisplayName = "标题")]
    public Input<string> Title { get; } = new();

    /// <inheritdoc/>
    protected internal override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) =>
        [Items.Letters("letters", context.Get(Template) ?? "", NameOf(context))];

    /// <inheritdoc/>
    protected override string NameOf(ActivityExecutionContext context) => BlockText.Or(context.Get(Title), BlockText.Or(context.Get(Template), "通知书"));
}
