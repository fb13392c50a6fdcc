using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Workflows.Compilation;

/// <summary>A definition ready to run: activities bound, expressions compiled. Immutable and shared by all instances and threads.</summary>
public sealed class CompiledWorkflow
{
    private readonly Dictionary<string, Activity> _nodes;

    internal CompiledWorkflow(WorkflowDefinition definition, WorkflowActivity root, IReadOnlyList<Activity> activities, IReadOnlyList<DefinitionProblem> problems)
    {
        Definition = definition;
        Root = root;
        Activities = activities;
        Problems = problems;
        _nodes = new Dictionary<string, Activity>(activities.Count, StringComparer.Ordinal);
        foreach (var activity in activities)
        {
            _nodes.TryAdd(activity.NodeId, activity);
        }
    }

    /// <summary>The definition.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The workflow itself as an activity.</summary>
    public WorkflowActivity Root { get; }

    /// <summary>All activities, parents before children.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>What was found while compiling. Errors do not stop a compile: a broken activity faults only when it runs, as in Elsa.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }

    /// <summary>The activity at a path; null when there is none.</summary>
    public Activity? FindNode(string nodeId) => _nodes.GetValueOrDefault(nodeId);
}
