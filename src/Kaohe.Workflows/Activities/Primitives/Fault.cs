using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Primitives;

/// <summary>Fails on purpose.</summary>
[Activity("Elsa.Fault", DisplayName = "抛出异常", Description = "让流程在这里出错，并说明原因。", IsTerminal = false)]
public sealed class Fault : Activity
{
    /// <summary>Code for lists.</summary>
    [Input(DisplayName = "代码")]
    public Input<string> Code { get; } = new();

    /// <summary>Category for lists.</summary>
    [Input(DisplayName = "分类")]
    public Input<string> Category { get; } = new();

    /// <summary>System, Business …</summary>
    [Input(DisplayName = "类型")]
    public Input<string> FaultType { get; } = new();

    /// <summary>What the incident says.</summary>
    [Input(DisplayName = "说明")]
    public Input<string> Message { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => throw new WorkflowException(context.Get(Message) ?? "");
}
