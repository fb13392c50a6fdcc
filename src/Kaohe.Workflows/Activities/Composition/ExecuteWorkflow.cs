using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>Runs another workflow inside this burst, as an instance of its own.</summary>
[Activity("Elsa.ExecuteWorkflow", DisplayName = "执行流程", Description = "立即执行另一个流程，可等待它完成。", Kind = ActivityKind.Task)]
public sealed class ExecuteWorkflow : ChildWorkflow
{
    /// <summary>Correlation id of the new instance.</summary>
    [Input(DisplayName = "关联编号")]
    public Input<string> CorrelationId { get; } = new();

    /// <summary>Whether to wait when the child suspends.</summary>
    [Input(DisplayName = "等待完成", UIHint = UIHints.Checkbox)]
    public Input<bool> WaitForCompletion { get; } = new();

    /// <summary>Id, status and output of the child; after a wait its output alone, as in Elsa.</summary>
    [Output(DisplayName = "结果")]
    public Output<object> Result { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var workflow = FindPublished(context);
        var burst = context.Burst;
        if (burst.Depth >= burst.Limits.MaxNestedWorkflows)
        {
            throw new WorkflowException($"流程互相执行超过 {burst.Limits.MaxNestedWorkflows} 层，很可能是循环调用。请改用“派发流程”，或检查调用关系。");
        }

        var wait = context.Get(WaitForCompletion);
        var child = WorkflowExecutor.Run(
            workflow,
            state: null,
            new StartWorkflow
            {
                InstanceId = context.NextId('c'),
                Input = ChildInput(context),
                CorrelationId = context.Get(CorrelationId),
                ParentInstanceId = context.WorkflowInstanceId,
            },
            context.Now,
            burst.Catalog,
            burst.Limits,
            burst.Depth + 1);
        burst.AddChild(child);
        if (wait && child.State.Status != WorkflowStatus.Finished)
        {
            context.CreateBookmark(Stimulus(child.State.Id), callback: nameof(Resume), includeInstance: false);
            return;
        }

        context.Set(Result, new Dictionary<string, object?>
        {
            ["WorkflowInstanceId"] = child.State.Id,
            ["Status"] = child.State.Status.ToString(),
            ["SubStatus"] = child.State.SubStatus.ToString(),
            ["Output"] = new Dictionary<string, object?>(child.State.Output),
        });
        context.Complete();
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark)
    {
        context.Set(Result, context.WorkflowInput.GetValueOrDefault(ChildFinished.Output));
        context.Complete();
    }
}
