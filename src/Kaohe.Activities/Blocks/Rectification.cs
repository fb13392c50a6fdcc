using Kaohe.Activities.Effects;
using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Activities.Blocks;

/// <summary>Starts the rectification flow for each unit, and waits until all are closed when asked.</summary>
[Activity("Kaohe.Rectification", DisplayName = "启动整改", Category = "结果运用", Kind = ActivityKind.Task, Description = "对每个需整改的单位各启动一个整改流程，可等待全部销号。")]
[Outcomes("Done|完成")]
public sealed class Rectification : Activity
{
    private const string Children = "Children";
    private const string Finished = "Finished";

    /// <summary>The units.</summary>
    [Input(DisplayName = "单位", Description = "评定结果的列表、单位编号的列表，或 units:编号,编号；不填为本流程的单位。", DefaultSyntax = "Variable")]
    public Input<object> Units { get; } = new();

    /// <summary>The flow.</summary>
    [Input(DisplayName = "整改流程", UIHint = UIHints.WorkflowDefinitionPicker, DefaultValue = "rectification")]
    public Input<string> WorkflowDefinitionId { get; } = new("rectification");

    /// <summary>Whether to wait for all.</summary>
    [Input(DisplayName = "等待全部销号", UIHint = UIHints.Checkbox, DefaultValue = true)]
    public Input<bool> WaitForCompletion { get; } = new(true);

    /// <summary>How many were started.</summary>
    [Output(DisplayName = "启动数")]
    public Output<int> Count { get; } = new();

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var units = Read(context);
        var year = FlowInputs.YearOf(context);
        foreach (var unit in units)
        {
            var input = new Dictionary<string, object?>(unit) { [FlowInputs.CycleYear] = year };
            if (context.WorkflowInput.GetValueOrDefault(FlowInputs.RectificationMonths) is { } months)
            {
                input[FlowInputs.RectificationMonths] = months;
            }

            context.Emit(EffectKinds.DispatchWorkflow, new DispatchWorkflowEffect(
                $"{context.Id}.{context.NextId('c')}", context.Get(WorkflowDefinitionId) ?? "", input, $"rectification-{year}-{unit[FlowInputs.UnitId]}", context.WorkflowInstanceId));
        }

        context.Set(Count, units.Count);
        context.SetProperty(Children, units.Count);
        if (units.Count == 0 || !context.Get(WaitForCompletion))
        {
            context.Complete();
            return;
        }

        // The engine brings finished children to whoever waits like its own bulk dispatch: by the prefix of their ids.
        context.CreateBookmark(
            name: BulkDispatchWorkflows.TypeName, callback: nameof(Resume), autoBurn: false, metadata: new Dictionary<string, string> { ["Prefix"] = $"{context.Id}." });
    }

    /// <inheritdoc/>
    protected override void Resume(ActivityExecutionContext context, Bookmark bookmark)
    {
        var finished = (context.GetProperty<List<object?>>(Finished) ?? []).Append(context.WorkflowInput.GetValueOrDefault(ChildFinished.WorkflowInstanceId)).Distinct().ToList();
        context.SetProperty(Finished, finished);
        if (finished.Count >= context.GetProperty<int>(Children))
        {
            context.Complete();
        }
    }

    private List<Dictionary<string, object?>> Read(ActivityExecutionContext context)
    {
        var value = context.Get(Units);
        return value is IEnumerable<object?> items && items.All(item => item is Dictionary<string, object?> result && result.GetValueOrDefault(FlowInputs.UnitId) is string)
            ? [.. items.Cast<Dictionary<string, object?>>()]
            : BlockText.AudienceOf(context, value, "启动整改") is { Kind: AudienceKind.Units } audience
            ? [.. audience.UnitIds!.Select(id => new Dictionary<string, object?> { [FlowInputs.UnitId] = id })]
            : throw new WorkflowException("“启动整改”没有单位，请接“按等次分流”的输出，或列出单位编号。");
    }
}
