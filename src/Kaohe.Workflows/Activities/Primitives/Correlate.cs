using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Primitives;

/// <summary>Sets the instance's correlation id.</summary>
[Activity("Elsa.Correlate", DisplayName = "设置关联编号", Description = "给流程实例设置业务关联编号，事件可按它筛选。")]
public sealed class Correlate : Activity
{
    /// <summary>The id.</summary>
    [Input(DisplayName = "关联编号")]
    public Input<string> CorrelationId { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.CorrelationId = context.Get(CorrelationId);
        context.Complete();
    }
}

/// <summary>Sets the instance's name.</summary>
[Activity("Elsa.SetName", DisplayName = "设置实例名称", Description = "给流程实例起一个便于识别的名称。")]
public sealed class SetName : Activity
{
    /// <summary>The name.</summary>
    [Input(DisplayName = "名称")]
    public Input<string> Value { get; } = new("");

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.WorkflowInstanceName = context.Get(Value);
        context.Complete();
    }
}
