using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>Goes several ways at once.</summary>
[Activity("Elsa.FlowFork", DisplayName = "分叉", Description = "同时走几条路。")]
public sealed class FlowFork : Activity
{
    /// <summary>Names of the branches; each is an outcome.</summary>
    [Input(DisplayName = "分支", UIHint = UIHints.DynamicOutcomes, DefaultSyntax = "Object")]
    public Input<IReadOnlyList<string>> Branches { get; } = new([]);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.Complete(context.Get(Branches) ?? []);
}
