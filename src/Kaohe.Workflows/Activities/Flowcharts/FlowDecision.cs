using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>Goes one of two ways.</summary>
[Activity("Elsa.FlowDecision", DisplayName = "判断", Description = "条件成立走一条路，否则走另一条。")]
[Outcomes("True|成立", "False|不成立")]
public sealed class FlowDecision : Activity
{
    /// <summary>The condition.</summary>
    [Input(DisplayName = "条件", DefaultSyntax = "JavaScript")]
    public Input<bool> Condition { get; } = new();

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.Complete(context.Get(Condition) ? "True" : "False");
}
