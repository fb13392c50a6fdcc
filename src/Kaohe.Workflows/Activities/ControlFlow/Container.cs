using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>An activity that holds a list of activities and may declare variables.</summary>
public abstract class Container : Activity
{
    /// <summary>The activities, in the definition's order.</summary>
    public IReadOnlyList<Activity> Activities { get; private set; } = [];

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader) => Activities = loader.LoadActivities(json, "activities", this);

    /// <inheritdoc/>
    protected internal sealed override void Execute(ActivityExecutionContext context)
    {
        context.DeclareVariables();
        ScheduleChildren(context);
    }

    /// <summary>Starts the children.</summary>
    protected abstract void ScheduleChildren(ActivityExecutionContext context);
}
