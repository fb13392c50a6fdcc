using System.Collections.Concurrent;
using System.Text.Json;
using Kaohe.Workflows.Activities.ControlFlow;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>Activities and arrows between them, run as Elsa 3.8 does by default (counter-based).</summary>
[Activity("Elsa.Flowchart", DisplayName = "流程图", Description = "活动和它们之间的连线。", IsContainer = true, IsBrowsable = false)]
public sealed class Flowchart : Container
{
    private const string ScopeProperty = "FlowScope";

    private readonly ConcurrentDictionary<Activity, FlowGraph> _graphs = new();
    private List<(Connection Connection, Activity Source, Activity Target)> _connections = [];

    /// <summary>The arrows between known activities.</summary>
    public IEnumerable<Connection> Connections => _connections.Select(c => c.Connection);

    /// <inheritdoc/>
    protected internal override void Load(JsonElement json, ActivityLoader loader)
    {
        base.Load(json, loader);
        var byId = new Dictionary<string, Activity>(StringComparer.Ordinal);
        foreach (var activity in Activities)
        {
            byId.TryAdd(activity.Id, activity);
        }

        var index = 0;
        foreach (var item in json.Items("connections"))
        {
            var path = $"{loader.Path}.connections[{index++}]";
            if (Connection.Read(item) is not { } connection)
            {
                loader.Problem(path, "这条连线缺少起点或终点，已忽略。请删除后重新连接。", isError: false);
            }
            else if (byId.TryGetValue(connection.Source, out var source) && byId.TryGetValue(connection.Target, out var target))
            {
                _connections.Add((connection, source, target));
            }
            else
            {
                loader.Problem(path, $"连线从“{connection.Source}”到“{connection.Target}”，但其中有活动不存在，已忽略。请删除这条连线。", isError: false);
            }
        }
    }

    /// <summary>The activity that a run begins with; null for an empty flowchart.</summary>
    /// <param name="triggerActivityId">The trigger of this run; null when started otherwise.</param>
    public Activity? FindStart(string? triggerActivityId)
    {
        var entered = new HashSet<Activity>(_connections.Select(c => c.Target));
        return (triggerActivityId is null ? null : Activities.FirstOrDefault(a => a.Id == triggerActivityId))
            ?? Activities.FirstOrDefault(a => a is Start)
            ?? Activities.FirstOrDefault(a => a.CanStartWorkflow)
            ?? Activities.FirstOrDefault(a => !entered.Contains(a))
            ?? (Activities.Count > 0 ? Activities[0] : null);
    }

    internal FlowGraph GraphFrom(Activity start) => _graphs.GetOrAdd(start, s => new FlowGraph(_connections, s));

    /// <inheritdoc/>
    protected override void ScheduleChildren(ActivityExecutionContext context)
    {
        if (FindStart(context.Burst.TriggerActivityId) is { } start)
        {
            context.Schedule(start);
        }
        else
        {
            context.Complete();
        }
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        if (child.Status != ActivityStatus.Completed)
        {
            return;
        }

        if (child.Activity.IsTerminal)
        {
            context.Complete();
        }
        else if (!Walk(context).Leave(child.Activity, outcomes, child.OverBackwardConnection))
        {
            CompleteIfIdle(context);
        }
    }

    /// <inheritdoc/>
    protected internal override void ChildCanceled(ActivityExecutionContext context, ActivityExecutionContext child)
    {
        CompleteIfIdle(context);
        var walk = Walk(context);
        if (!walk.Graph.IsDangling(child.Activity))
        {
            walk.Leave(child.Activity, [], overBackwardConnection: false);
        }
    }

    /// <inheritdoc/>
    protected internal override void Saving(ActivityExecutionContext context)
    {
        if (context.Scratch is FlowWalk walk && !context.IsCompleted)
        {
            context.SetProperty(ScopeProperty, walk.Scope.Save());
        }
    }

    private static void CompleteIfIdle(ActivityExecutionContext context)
    {
        if (!context.HasRunningChildren && context.QueuedBelow == 0 && context.Children.All(c => c.Status != ActivityStatus.Faulted))
        {
            context.Complete();
        }
    }

    private FlowWalk Walk(ActivityExecutionContext context) =>
        (FlowWalk)(context.Scratch ??= new FlowWalk(
            context,
            GraphFrom(FindStart(context.Burst.TriggerActivityId)!),
            FlowScope.Load(context.GetProperty<Dictionary<string, object?>>(ScopeProperty), Activities.Count, _connections.Count)));
}
