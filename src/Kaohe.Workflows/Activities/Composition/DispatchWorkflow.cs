using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>Starts another workflow after this burst is committed.</summary>
[Activity("Elsa.DispatchWorkflow", DisplayName = "派发流程", Description = "另行启动一个流程，可等待它完成。")]
public sealed class DispatchWorkflow : ChildWorkflow
{
    /// <summary>Correlation id of the new instance.</summary>
    [Input(DisplayName = "关联编号")]
    public Input<string> CorrelationId { get; } = new();

    /// <summary>Whether to wait for the child's end.</summary>
    [Input(DisplayName = "等待完成", UIHint = UIHints.Checkbox)]
    public Input<bool> WaitForCompletion { get; } = new();

    /// <summary>The child's output.</summary>
    [Output(DisplayName = "结果")]
    public Output<object> Result { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var definition = FindPublished(context).Definition;
        var childId = context.NextId('c');
        context.Emit(EffectKinds.DispatchWorkflow, new DispatchWorkflowEffect(childId, definition.DefinitionId, ChildInput(context), context.Get(CorrelationId), context.WorkflowInstanceId));
        if (context.Get(WaitForCompletion))
        {
            context.CreateBookmark(Stimulus(childId), callback: nameof(Resume), includeInstance: false);
        }
        else
        {
            context.Complete();
        }
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark)
    {
        context.Set(Result, context.WorkflowInput.GetValueOrDefault(ChildFinished.Output));
        context.Complete();
    }
}
