using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Runs its body while a condition holds.</summary>
[Activity("Elsa.While", DisplayName = "条件循环", Description = "条件成立期间反复执行循环体。")]
public sealed class While : Loop
{
    /// <summary>The condition, evaluated before each round.</summary>
    [Input(DisplayName = "条件", DefaultSyntax = "JavaScript", AutoEvaluate = false)]
    public Input<bool> Condition { get; } = new(false);

    /// <inheritdoc/>
    protected override void Iterate(ActivityExecutionContext context)
    {
        if (!context.IsBreaking && context.Evaluate(Condition))
        {
            context.Schedule(Body);
        }
        else
        {
            context.Complete();
        }
    }
}
