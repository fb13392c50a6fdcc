using Kaohe.Workflows.Activities.Flowcharts;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Workflows.Validation;

/// <summary>Finds activities that a flowchart never reaches, ways back that would leave a branch open, and outcomes that do not exist.</summary>
internal static class FlowchartCheck
{
    public static IEnumerable<DefinitionProblem> Find(Flowchart flowchart)
    {
        if (flowchart.FindStart(triggerActivityId: null) is not { } start)
        {
            yield break;
        }

        var graph = flowchart.GraphFrom(start);
        foreach (var activity in flowchart.Activities)
        {
            if (graph.IsDangling(activity) && !activity.CanStartWorkflow)
            {
                yield return new DefinitionProblem(activity.NodeId, $"从开始走不到“{Label(activity)}”，它不会执行。请连上线，或删除它。", IsError: false);
            }

            foreach (var edge in graph.Outbound(activity))
            {
                if (!edge.IsForward && !edge.IsValidBackward)
                {
                    yield return new DefinitionProblem(
                        activity.NodeId,
                        $"从“{Label(activity)}”退回到“{Label(edge.Target)}”的连线不能用：从开始到“{Label(activity)}”并不都经过“{Label(edge.Target)}”。请退回到必经的活动，或把分支包进子流程。");
                }

                if (UnknownPort(edge) is { } ports)
                {
                    yield return new DefinitionProblem(
                        activity.NodeId, $"“{Label(activity)}”没有名为“{edge.Connection.Port}”的出口（有：{ports}），这条连线不会走到。请重新连线。", IsError: false);
                }
            }
        }
    }

    private static string? UnknownPort(FlowEdge edge)
    {
        var ports = edge.Source.Descriptor.Ports.Where(p => !p.IsEmbedded).Select(p => p.Name).ToList();
        var isOpen = edge.Source is FlowFork or FlowSwitch or Activities.Primitives.RunJavaScript
            || edge.Source.Descriptor.ClrType is null
            || edge.Source is Activities.Composition.DefinitionActivity or Activities.Composition.NotFoundActivity
            || edge.Source.Descriptor.Inputs.Any(i => i.Attribute.UIHint == UIHints.DynamicOutcomes);
        if (isOpen || edge.Source.IsTerminal)
        {
            return null;
        }

        var known = ports.Count > 0 ? ports : ["Done"];
        return known.Contains(edge.Connection.Port, StringComparer.Ordinal) ? null : string.Join('、', known);
    }

    private static string Label(Activity activity) => activity.Name ?? activity.Id;
}
