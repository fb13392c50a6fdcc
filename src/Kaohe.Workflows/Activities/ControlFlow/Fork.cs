using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.ControlFlow;

/// <summary>Runs branches beside each other and waits for one or all of them.</summary>
[Activity("Elsa.Fork", DisplayName = "并行分支", Description = "同时进行几个分支。", IsBrowsable = false)]
public sealed class Fork : Activity
{
    private const string Completed = "Completed";

    /// <summary>Whether the first completed branch is enough.</summary>
    public bool WaitsForAny { get; private set; }

    /// <summary>The branches.</summary>
    public IReadOnlyList<Activity> Branches { get; private set; } = [];

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader)
    {
        WaitsForAny = string.Equals(json.Text("joinMode"), "WaitAny", StringComparison.OrdinalIgnoreCase);
        Branches = loader.LoadActivities(json, "branches", this);
    }

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (Branches.Count == 0)
        {
            context.Complete();
            return;
        }

        foreach (var branch in Branches)
        {
            context.Schedule(branch);
        }
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        var completed = context.GetProperty<List<object?>>(Completed) ?? [];
        var ids = completed.OfType<string>().Append(child.Activity.Id).Distinct(StringComparer.Ordinal).ToList();
        context.SetProperty(Completed, ids.Cast<object?>().ToList());
        if (context.IsBreaking || WaitsForAny || Branches.All(b => ids.Contains(b.Id, StringComparer.Ordinal)))
        {
            context.Complete();
        }
    }

    /// <inheritdoc/>
    protected internal override bool BreakReceived(ActivityExecutionContext context)
    {
        context.IsBreaking = true;
        return false;
    }
}
