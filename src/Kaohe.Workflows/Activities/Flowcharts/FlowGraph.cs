using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>
/// The connections of a flowchart seen from one start: which run forward, which run back and whether a way back is allowed. Built once for a definition.
/// Forward connections are found breadth first, each unless it would close a cycle, as Elsa does, but with an order that is kept up to date
/// (Pearce and Kelly) instead of a search per connection, and with dominators instead of listing all paths.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<Activity, List<FlowEdge>> _outbound = [];
    private readonly Dictionary<Activity, List<FlowEdge>> _forwardInbound = [];
    private readonly Dictionary<Activity, IReadOnlySet<Activity>> _ancestors = [];
    private readonly Activity _start;
    private readonly Lock _lock = new();

    public FlowGraph(IReadOnlyList<(Connection Connection, Activity Source, Activity Target)> connections, Activity start)
    {
        _start = start;
        foreach (var (connection, source, target) in connections)
        {
            Listed(_outbound, source).Add(new FlowEdge(connection, source, target));
        }

        var order = new AcyclicOrder<Activity>();
        MarkForward(order);
        var dominators = new DominatorTree<Activity>(start, order.Sorted(), a => Inbound(a).Select(e => e.Source));
        foreach (var edge in _outbound.Values.SelectMany(e => e).Where(e => !e.IsForward))
        {
            edge.IsValidBackward = dominators.Dominates(edge.Target, edge.Source);
        }
    }

    public IReadOnlyList<FlowEdge> Outbound(Activity activity) => _outbound.GetValueOrDefault(activity) ?? [];

    public IReadOnlyList<FlowEdge> Inbound(Activity activity) => _forwardInbound.GetValueOrDefault(activity) ?? [];

    /// <summary>Whether no forward connection leads to the activity.</summary>
    public bool IsDangling(Activity activity) => activity != _start && !_forwardInbound.ContainsKey(activity);

    /// <summary>All activities from which forward connections lead here.</summary>
    public IReadOnlySet<Activity> Ancestors(Activity activity)
    {
        lock (_lock)
        {
            if (!_ancestors.TryGetValue(activity, out var known))
            {
                var found = new HashSet<Activity>();
                var queue = new Queue<Activity>([activity]);
                while (queue.TryDequeue(out var at))
                {
                    foreach (var edge in Inbound(at))
                    {
                        if (found.Add(edge.Source))
                        {
                            queue.Enqueue(edge.Source);
                        }
                    }
                }

                _ancestors[activity] = known = found;
            }

            return known;
        }
    }

    private void MarkForward(AcyclicOrder<Activity> order)
    {
        order.Add(_start);
        var queue = new Queue<Activity>([_start]);
        var seen = new HashSet<Activity> { _start };
        while (queue.TryDequeue(out var source))
        {
            foreach (var edge in Outbound(source))
            {
                if (edge.IsForward || !order.TryAddEdge(source, edge.Target))
                {
                    continue;
                }

                edge.IsForward = true;
                Listed(_forwardInbound, edge.Target).Add(edge);
                if (seen.Add(edge.Target))
                {
                    queue.Enqueue(edge.Target);
                }
            }
        }
    }

    private static List<FlowEdge> Listed(Dictionary<Activity, List<FlowEdge>> map, Activity key)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = [];
        }

        return list;
    }
}
