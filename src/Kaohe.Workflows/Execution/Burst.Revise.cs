using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Workflows.Execution;

/// <summary>Correcting what a finished activity had put out.</summary>
internal sealed partial class Burst
{
    /// <summary>Gives new values to whatever the activity's outputs are bound to; null when the activity is gone.</summary>
    public BurstResult? Revise(ReviseOutputs revise)
    {
        if (Workflow.FindNode(revise.NodeId) is not { } activity || OwnerOf(revise.NodeId) is not { } owner)
        {
            return null;
        }

        var context = new ActivityExecutionContext(this, activity, owner, owner.Id, Now);
        foreach (var output in OutputsOf(activity))
        {
            if (revise.Values.FirstOrDefault(value => string.Equals(value.Key, output.Name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } value)
            {
                context.Set(output, value.Value);
            }
        }

        Log(owner, "OutputsRevised", activity.Name ?? activity.Id);
        return Finalise();
    }

    // The execution itself is dropped when it ends; what is bound to its outputs lies further up.
    private ActivityExecutionContext? OwnerOf(string nodeId) =>
        _contexts.Where(one => !one.IsCompleted && nodeId.StartsWith($"{one.Activity.NodeId}:", StringComparison.Ordinal)).MaxBy(one => one.Activity.NodeId.Length);

    private static IEnumerable<Output> OutputsOf(Activity activity) =>
        activity.GetType().GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(Output))).Select(property => property.GetValue(activity)).OfType<Output>();
}
