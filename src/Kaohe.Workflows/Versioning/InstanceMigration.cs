using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Versioning;

/// <summary>
/// Plans how a running instance goes on in another version of its definition. Activities keep their place by path; the mapping says where a renamed
/// or moved activity has gone (old path to new path; everything below follows), or that it is given up (new path null). What has nowhere to go is
/// never dropped silently: it is a problem until the mapping says so.
/// </summary>
public static class InstanceMigration
{
    /// <summary>Plans the migration of one instance.</summary>
    /// <param name="from">The version that it runs.</param>
    /// <param name="to">The version that it should run.</param>
    /// <param name="state">Its state.</param>
    /// <param name="mapping">Old node path to new node path; null gives the activity up.</param>
    public static MigrationPlan Plan(CompiledWorkflow from, CompiledWorkflow to, WorkflowState state, IReadOnlyDictionary<string, string?> mapping)
    {
        var problems = new List<string>();
        CheckVersions(from, to, state, problems);
        foreach (var unknown in mapping.Where(m => from.FindNode(m.Key) is null))
        {
            problems.Add($"对照表里的“{unknown.Key}”在旧版本中不存在。请检查路径。");
        }

        var moves = new List<MigrationMove>();
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var context in state.ActivityExecutionContexts)
        {
            var target = FindTarget(from, to, context, targets, mapping, problems);
            if (target is not null)
            {
                targets[context.Id] = target;
            }

            moves.Add(new MigrationMove(context.NodeId, target, context.Id, state.Bookmarks.Exists(b => b.ActivityInstanceId == context.Id)));
        }

        if (targets.Count == 0)
        {
            problems.Add("没有一个进行中的活动能在新版本里继续。");
        }

        return new MigrationPlan
        {
            InstanceId = state.Id,
            FromVersion = from.Definition.Version,
            ToVersion = to.Definition.Version,
            Moves = moves,
            LostVariables = LostVariables(from, to, state, targets),
            Problems = problems,
            State = problems.Count > 0 ? state : MigratedState.From(to, state, targets),
        };
    }

    private static void CheckVersions(CompiledWorkflow from, CompiledWorkflow to, WorkflowState state, List<string> problems)
    {
        if (state.Status != WorkflowStatus.Running && state.SubStatus != WorkflowSubStatus.Faulted)
        {
            problems.Add("流程实例已经结束，不能迁移。");
        }

        if (from.Definition.DefinitionId != to.Definition.DefinitionId)
        {
            problems.Add("只能迁移到同一流程的其他版本。");
        }

        if (state.DefinitionVersionId != from.Definition.Id)
        {
            problems.Add("实例当前运行的不是所给的旧版本，请刷新后重试。");
        }
    }

    private static string? FindTarget(
        CompiledWorkflow from,
        CompiledWorkflow to,
        ActivityExecutionState context,
        Dictionary<string, string> targets,
        IReadOnlyDictionary<string, string?> mapping,
        List<string> problems)
    {
        if (context.OwnerId is not null && !targets.ContainsKey(context.OwnerId))
        {
            return null; // its container is given up or is a problem already
        }

        if (!TryMap(context.NodeId, mapping, out var wanted))
        {
            return null;
        }

        var old = from.FindNode(context.NodeId);
        var name = old?.Name ?? old?.Id ?? context.NodeId;
        if (to.FindNode(wanted) is not { } node)
        {
            problems.Add($"进行中的活动“{name}”（{context.NodeId}）在新版本中不存在。请在对照表里写明它的新位置，或写明放弃。");
            return null;
        }

        if (old is not null && node.Type != old.Type)
        {
            problems.Add($"进行中的活动“{name}”是 {old.Type}，对应的“{node.Name ?? node.Id}”是 {node.Type}，不能接着做。请对应到同类活动。");
            return null;
        }

        return wanted;
    }

    private static bool TryMap(string nodeId, IReadOnlyDictionary<string, string?> mapping, out string target)
    {
        for (var path = nodeId; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOf(':'))])
        {
            if (mapping.TryGetValue(path, out var mapped))
            {
                target = mapped is null ? "" : mapped + nodeId[path.Length..];
                return mapped is not null;
            }
        }

        target = nodeId;
        return true;
    }

    private static List<string> LostVariables(CompiledWorkflow from, CompiledWorkflow to, WorkflowState state, Dictionary<string, string> targets)
    {
        var lost = new List<string>();
        foreach (var context in state.ActivityExecutionContexts.Where(c => c.Variables is not null))
        {
            var kept = targets.TryGetValue(context.Id, out var target) ? to.FindNode(target)!.Variables.Select(v => v.Id).ToHashSet(StringComparer.Ordinal) : [];
            var names = from.FindNode(context.NodeId)?.Variables.DistinctBy(v => v.Id).ToDictionary(v => v.Id, v => v.Name) ?? [];
            lost.AddRange(context.Variables!.Keys.Where(id => !kept.Contains(id)).Select(id => names.GetValueOrDefault(id, id)));
        }

        return lost;
    }
}
