using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>Ends the workflow at once.</summary>
[Activity("Elsa.Finish", DisplayName = "结束流程", Description = "立即结束整个流程。", IsTerminal = true)]
public sealed class Finish : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.FinishWorkflow();
        context.Complete();
    }
}
