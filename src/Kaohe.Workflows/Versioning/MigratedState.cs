using Kaohe.Workflows.Activities.Flowcharts;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Versioning;

/// <summary>Rewrites a state for another version: paths, variables, and what a flowchart remembers of its connections.</summary>
internal static class MigratedState
{
    public static WorkflowState From(CompiledWorkflow to, WorkflowState state, IReadOnlyDictionary<string, string> targets)
    {
        var paths = state.ActivityExecutionContexts.Where(c => targets.ContainsKey(c.Id)).GroupBy(c => c.NodeId).ToDictionary(g => g.Key, g => targets[g.First().Id]);
        return new WorkflowState
        {
            Id = state.Id,
            DefinitionId = state.DefinitionId,
            DefinitionVersionId = to.Definition.Id,
            DefinitionVersion = to.Definition.Version,
            CorrelationId = state.CorrelationId,
            Name = state.Name,
            ParentInstanceId = state.ParentInstanceId,
            Status = state.Status,
            SubStatus = state.SubStatus,
            Bookmarks = [.. state.Bookmarks.Where(b => targets.ContainsKey(b.ActivityInstanceId)).Select(b => Move(b, to.FindNode(targets[b.ActivityInstanceId])!))],
            Incidents = [.. state.Incidents],
            CompletionCallbacks = [.. state.CompletionCallbacks.Where(c => targets.ContainsKey(c.OwnerInstanceId)).Select(c => c with { ChildNodeId = paths.GetValueOrDefault(c.ChildNodeId, c.ChildNodeId) })],
            ActivityExecutionContexts = [.. state.ActivityExecutionContexts.Where(c => targets.ContainsKey(c.Id)).Select(c => Move(c, to.FindNode(targets[c.Id])!, paths))],
            Input = state.Input,
            Output = state.Output,
            Properties = state.Properties,
            NextExecutionNumber = state.NextExecutionNumber,
            NextSequence = state.NextSequence,
            NextEffectNumber = state.NextEffectNumber,
            CreatedAt = state.CreatedAt,
            UpdatedAt = state.UpdatedAt,
            FinishedAt = state.FinishedAt,
        };
    }

    private static Bookmark Move(Bookmark bookmark, Activity node) => bookmark with { ActivityId = node.Id, ActivityNodeId = node.NodeId };

    private static ActivityExecutionState Move(ActivityExecutionState context, Activity node, IReadOnlyDictionary<string, string> paths) => new()
    {
        Id = context.Id,
        NodeId = node.NodeId,
        OwnerId = context.OwnerId,
        Status = context.Status,
        StartedAt = context.StartedAt,
        CompletedAt = context.CompletedAt,
        AggregateFaultCount = context.AggregateFaultCount,
        Tag = context.Tag,
        Properties = node is Flowchart flowchart ? Rename(context, flowchart, paths) : context.Properties,
        Variables = Variables(context, node),
        DynamicVariables = context.DynamicVariables,
    };

    private static Dictionary<string, object?>? Variables(ActivityExecutionState context, Activity node)
    {
        if (node.Variables.Count == 0)
        {
            return null;
        }

        return node.Variables.Where(v => v.IsPersistent).DistinctBy(v => v.Id)
            .ToDictionary(v => v.Id, v => context.Variables is not null && context.Variables.TryGetValue(v.Id, out var value) ? value : VariableValue.Initial(v));
    }

    // A renamed activity keeps its visits, else a join behind it would wait for a path that has long arrived.
    private static Dictionary<string, object?>? Rename(ActivityExecutionState context, Flowchart flowchart, IReadOnlyDictionary<string, string> paths)
    {
        if (context.Properties?.GetValueOrDefault("FlowScope") is not Dictionary<string, object?> scope)
        {
            return context.Properties;
        }

        var ids = paths.Where(p => p.Key.StartsWith(context.NodeId + ":", StringComparison.Ordinal))
            .ToDictionary(p => Last(p.Key), p => Last(p.Value));
        string New(string id) => ids.GetValueOrDefault(id, id);
        var activities = scope.GetValueOrDefault("activities") as Dictionary<string, object?> ?? [];
        var connections = scope.GetValueOrDefault("connections") as Dictionary<string, object?> ?? [];
        var known = flowchart.Connections.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return new Dictionary<string, object?>(context.Properties)
        {
            ["FlowScope"] = new Dictionary<string, object?>
            {
                ["activities"] = activities.ToDictionary(p => New(p.Key), p => p.Value),
                ["connections"] = connections.Select(p => (Key: NewKey(p.Key, New), p.Value)).Where(p => known.Contains(p.Key)).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value),
            },
        };
    }

    private static string NewKey(string key, Func<string, string> rename)
    {
        var ends = key.Split("->");
        var source = ends[0].Split(':', 2);
        var target = ends[^1].Split(':', 2);
        return $"{rename(source[0])}:{source[^1]}->{rename(target[0])}:{target[^1]}";
    }

    private static string Last(string path) => path[(path.LastIndexOf(':') + 1)..];
}
