using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>An activity that runs its body again and again and that Break can end.</summary>
public abstract class Loop : Activity
{
    /// <summary>What is repeated.</summary>
    [Port(DisplayName = "循环体")]
    public Activity? Body { get; set; }

    /// <inheritdoc/>
    protected internal sealed override void Execute(ActivityExecutionContext context)
    {
        // Without a body there is nothing to repeat; iterating would only burn time.
        if (Body is null)
        {
            context.Complete();
        }
        else
        {
            Iterate(context);
        }
    }

    /// <inheritdoc/>
    protected internal sealed override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes) => Iterate(context);

    /// <inheritdoc/>
    protected internal sealed override bool BreakReceived(ActivityExecutionContext context)
    {
        context.IsBreaking = true;
        return true;
    }

    /// <inheritdoc/>
    protected internal sealed override bool CompleteCompositeReceived(ActivityExecutionContext context, ActivityExecutionContext sender, IReadOnlyList<string> outcomes)
    {
        // As in Elsa, a Complete inside a loop cancels the loop and is then heard by the composite around it.
        context.Cancel();
        return false;
    }

    /// <summary>Schedules the body once more, or completes.</summary>
    protected abstract void Iterate(ActivityExecutionContext context);
}
