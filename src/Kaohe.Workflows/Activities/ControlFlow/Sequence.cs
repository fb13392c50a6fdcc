using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Runs its activities one after another.</summary>
[Activity("Elsa.Sequence", DisplayName = "顺序", Description = "按顺序执行其中的活动。", IsContainer = true, IsBrowsable = false)]
public sealed class Sequence : Container
{
    private const string CurrentIndex = "CurrentIndex";

    /// <inheritdoc/>
    protected override void ScheduleChildren(ActivityExecutionContext context) => Next(context);

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        if (context.IsBreaking || child.Activity.IsTerminal)
        {
            context.Complete();
        }
        else
        {
            Next(context);
        }
    }

    /// <inheritdoc/>
    protected internal override bool BreakReceived(ActivityExecutionContext context)
    {
        context.IsBreaking = true;
        return false;
    }

    private void Next(ActivityExecutionContext context)
    {
        var index = context.GetProperty<int>(CurrentIndex);
        if (index >= Activities.Count)
        {
            context.Complete();
            return;
        }

        context.SetProperty(CurrentIndex, index + 1);
        context.Schedule(Activities[index]);
    }
}
