using System.Text.Json;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Model;

/// <summary>
/// Base of all activities. One object stands for one activity of one compiled definition: it holds bound inputs and outputs and no run-time state,
/// so that all instances share it. Run-time state lives in <see cref="ActivityExecutionContext"/>.
/// </summary>
public abstract class Activity
{
    /// <summary>Id inside its container.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Name; null when unnamed.</summary>
    public string? Name { get; internal set; }

    /// <summary>Type name in definitions.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>Version of the type.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Path in the graph, for example <c>Workflow1:fc:a</c>.</summary>
    public string NodeId { get; internal set; } = "";

    /// <summary>The activity that holds this one; null for the workflow.</summary>
    public Activity? Parent { get; internal set; }

    /// <summary>Whether a stimulus may start the workflow here.</summary>
    public bool CanStartWorkflow { get; internal set; }

    /// <summary>What the registry knows about the type.</summary>
    public ActivityDescriptor Descriptor { get; internal set; } = null!;

    /// <summary>Bound inputs by position.</summary>
    public IReadOnlyList<Input> Inputs { get; internal set; } = [];

    /// <summary>Variables that this activity declares.</summary>
    public IReadOnlyList<Definitions.VariableDefinition> Variables { get; internal set; } = [];

    /// <summary>Whether completing it completes its flowchart or sequence.</summary>
    public bool IsTerminal => Descriptor.IsTerminal;

    /// <summary>Reads what attributes cannot say (connections, cases, branches).</summary>
    protected internal virtual void Load(JsonElement json, ActivityLoader loader)
    {
    }

    /// <summary>Runs it. The base completes it.</summary>
    protected internal virtual void Execute(ActivityExecutionContext context) => context.Complete();

    /// <summary>Called when one of its bookmarks that names a resume method is resumed.</summary>
    protected internal virtual void Resume(ActivityExecutionContext context, Bookmark bookmark) => context.Complete();

    /// <summary>Called when a child that it scheduled has completed.</summary>
    /// <param name="context">This activity's execution.</param>
    /// <param name="child">The child's execution.</param>
    /// <param name="outcomes">The child's outcomes; <c>Done</c> when it named none.</param>
    protected internal virtual void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes) => context.Complete();

    /// <summary>Called when a direct child was cancelled.</summary>
    protected internal virtual void ChildCanceled(ActivityExecutionContext context, ActivityExecutionContext child)
    {
    }

    /// <summary>Called when a Break below it looks for its loop.</summary>
    /// <returns>Whether the signal stops here.</returns>
    protected internal virtual bool BreakReceived(ActivityExecutionContext context) => false;

    /// <summary>Called when a Complete below it looks for its composite.</summary>
    /// <returns>Whether the signal stops here.</returns>
    protected internal virtual bool CompleteCompositeReceived(ActivityExecutionContext context, ActivityExecutionContext sender, IReadOnlyList<string> outcomes) => false;

    /// <summary>Called before the execution is saved, to write scratch data into its properties.</summary>
    protected internal virtual void Saving(ActivityExecutionContext context)
    {
    }
}
