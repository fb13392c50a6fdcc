using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>The workflow itself: it declares the variables and runs the root activity.</summary>
[Activity(TypeName, DisplayName = "流程", Description = "整个流程。", IsBrowsable = false)]
public sealed class WorkflowActivity : Activity
{
    /// <summary>Type name.</summary>
    public const string TypeName = "Elsa.Workflow";

    /// <summary>The root activity; null for an empty workflow.</summary>
    public Activity? RootActivity { get; internal set; }

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.DeclareVariables();
        context.Schedule(RootActivity);
    }

    /// <inheritdoc/>
    protected internal override bool CompleteCompositeReceived(ActivityExecutionContext context, ActivityExecutionContext sender, IReadOnlyList<string> outcomes)
    {
        sender.Complete();
        context.Complete(outcomes);
        return true;
    }
}
