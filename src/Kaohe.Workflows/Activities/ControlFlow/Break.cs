using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Ends the nearest loop after the current body.</summary>
[Activity("Elsa.Break", DisplayName = "跳出循环", Description = "结束最近的一层循环。", IsTerminal = true)]
public sealed class Break : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.Break();
        context.Complete();
    }
}
