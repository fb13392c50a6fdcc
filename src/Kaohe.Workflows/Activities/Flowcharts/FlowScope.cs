using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>How often a running flowchart has come by its activities and connections. Kept by name, so that it survives a change of the drawing.</summary>
internal sealed class FlowScope
{
    private readonly Dictionary<string, long> _activities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Visits, bool Followed)> _connections = new(StringComparer.Ordinal);

    public static FlowScope Load(Dictionary<string, object?>? saved)
    {
        var scope = new FlowScope();
        foreach (var (name, value) in saved?.GetValueOrDefault("activities") as Dictionary<string, object?> ?? [])
        {
            scope._activities[name] = Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in saved?.GetValueOrDefault("connections") as Dictionary<string, object?> ?? [])
        {
            // The sign carries "followed": one number a connection keeps a waiting instance small.
            var visits = Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
            scope._connections[name] = (Math.Abs(visits), visits > 0);
        }

        return scope;
    }

    public Dictionary<string, object?> Save() => new()
    {
        ["activities"] = _activities.ToDictionary(p => p.Key, p => (object?)p.Value),
        ["connections"] = _connections.ToDictionary(p => p.Key, p => (object?)(p.Value.Followed ? p.Value.Visits : -p.Value.Visits)),
    };

    public void VisitActivity(Activity activity) => _activities[activity.Id] = Visits(activity) + 1;

    public void VisitConnection(FlowEdge edge, bool followed) => _connections[edge.Connection.Key] = (Visits(edge).Visits + 1, followed);

    public bool AllInboundVisited(FlowGraph graph, Activity activity) => graph.Inbound(activity).Min(e => Visits(e).Visits) > Visits(activity);

    public bool AnyInboundFollowed(FlowGraph graph, Activity activity)
    {
        var most = graph.Inbound(activity).Max(e => Visits(e).Visits);
        return most > Visits(activity) && graph.Inbound(activity).Any(e => Visits(e) == (most, true));
    }

    public bool AllInboundFollowed(FlowGraph graph, Activity activity)
    {
        var most = graph.Inbound(activity).Max(e => Visits(e).Visits);
        return most > Visits(activity) && graph.Inbound(activity).All(e => Visits(e) == (most, true));
    }

    public bool IsOutdated(FlowEdge edge) => Visits(edge).Visits <= Visits(edge.Target);

    private long Visits(Activity activity) => _activities.GetValueOrDefault(activity.Id);

    private (long Visits, bool Followed) Visits(FlowEdge edge) => _connections.GetValueOrDefault(edge.Connection.Key);
}
