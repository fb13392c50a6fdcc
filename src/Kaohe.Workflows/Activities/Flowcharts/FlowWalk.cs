using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>Follows the arrows of one running flowchart: which activities run next, which are skipped because no arrow to them was followed.</summary>
internal sealed class FlowWalk(ActivityExecutionContext flowchart, FlowGraph graph, FlowScope scope)
{
    public FlowGraph Graph => graph;

    public FlowScope Scope => scope;

    /// <summary>Goes on from an activity that has completed, was cancelled or is skipped.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="outcomes">Its outcomes; empty follows nothing.</param>
    /// <param name="overBackwardConnection">Whether it ran over a connection that leads back; such a run is not counted.</param>
    /// <returns>Whether something was scheduled.</returns>
    /// <exception cref="WorkflowException">A connection that leads back would leave a branch open.</exception>
    public bool Leave(Activity activity, IReadOnlyList<string> outcomes, bool overBackwardConnection)
    {
        // An explicit stack instead of recursion, made only when a branch dies: a dead branch may be a hundred thousand activities long.
        var scheduled = false;
        Stack<(IReadOnlyList<FlowEdge> Edges, int Next)>? outer = null;
        var edges = Visit(activity, overBackwardConnection);
        var next = 0;
        while (true)
        {
            if (next == edges.Count)
            {
                if (outer is null || !outer.TryPop(out var back))
                {
                    return scheduled;
                }

                (edges, next) = back;
                continue;
            }

            var edge = edges[next++];
            var followed = outcomes.Count > 0 && edge.Source == activity && Contains(outcomes, edge.Connection.Port);
            scope.VisitConnection(edge, followed);
            var decision = edge.IsForward ? Decide(edge) : DecideBackward(edge, followed);
            scheduled |= decision == FlowDecisionKind.Run;
            if (decision == FlowDecisionKind.Skip)
            {
                (outer ??= new()).Push((edges, next));
                (edges, next) = (Visit(edge.Target, overBackwardConnection: false), 0);
            }
        }
    }

    private static bool Contains(IReadOnlyList<string> outcomes, string port)
    {
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (string.Equals(outcomes[i], port, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private IReadOnlyList<FlowEdge> Visit(Activity activity, bool overBackwardConnection)
    {
        if (graph.IsDangling(activity))
        {
            throw new WorkflowException($"Activity {activity.Id} is not reachable from the flowchart graph. Unable to schedule it's outbound activities.");
        }

        if (!overBackwardConnection)
        {
            scope.VisitActivity(activity);
        }

        return graph.Outbound(activity);
    }

    private FlowDecisionKind DecideBackward(FlowEdge edge, bool followed)
    {
        if (!followed)
        {
            return FlowDecisionKind.Wait;
        }

        if (!edge.IsValidBackward)
        {
            throw new WorkflowException($"Invalid backward connection: Every path from the source ('{edge.Source.Id}') must go through the target ('{edge.Target.Id}') when tracing back to the start.");
        }

        flowchart.Schedule(new WorkItem(edge.Target, flowchart) { OverBackwardConnection = true });
        return FlowDecisionKind.Run;
    }

    private FlowDecisionKind Decide(FlowEdge edge)
    {
        var target = edge.Target;
        var mode = target is FlowJoin join ? join.ModeFor(flowchart) : FlowJoinMode.WaitAllActive;
        if (mode == FlowJoinMode.WaitAny)
        {
            return DecideWaitAny(edge);
        }

        if (!scope.AllInboundVisited(graph, target))
        {
            return FlowDecisionKind.Wait;
        }

        var run = mode == FlowJoinMode.WaitAll ? scope.AllInboundFollowed(graph, target) : scope.AnyInboundFollowed(graph, target);
        return run ? Run(target) : FlowDecisionKind.Skip;
    }

    private FlowDecisionKind DecideWaitAny(FlowEdge edge)
    {
        var target = edge.Target;
        if (scope.IsOutdated(edge) || flowchart.Burst.Queued.Any(i => i.Owner == flowchart && i.Activity == target))
        {
            return FlowDecisionKind.Wait;
        }

        if (scope.AnyInboundFollowed(graph, target))
        {
            Run(target);
            CancelAncestors(target);
            return FlowDecisionKind.Run;
        }

        return scope.AllInboundVisited(graph, target) ? FlowDecisionKind.Skip : FlowDecisionKind.Wait;
    }

    private FlowDecisionKind Run(Activity target)
    {
        flowchart.Schedule(target);
        return FlowDecisionKind.Run;
    }

    /// <summary>Cancels what is still on its way to a join that does not wait for it.</summary>
    public void CancelAncestors(Activity target)
    {
        var ancestors = graph.Ancestors(target);
        foreach (var child in flowchart.Children.Where(c => ancestors.Contains(c.Activity)).ToList())
        {
            child.Cancel();
        }
    }

    private enum FlowDecisionKind
    {
        Wait,
        Run,
        Skip,
    }
}
