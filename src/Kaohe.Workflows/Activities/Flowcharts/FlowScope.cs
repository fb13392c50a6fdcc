using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>How often a running flowchart has come by its activities and connections. Kept by name, so that it survives a change of the drawing.</summary>
internal sealed class FlowScope
{
    private readonly Dictionary<string, long> _activities;
    private readonly Dictionary<string, (long Visits, bool Followed)> _connections;

    private FlowScope(int activities, int connections)
    {
        _activities = new(Math.Min(activities, 64), StringComparer.Ordinal);
        _connections = new(Math.Min(connections, 64), StringComparer.Ordinal);
    }

    /// <summary>Makes a scope of what was saved.</summary>
    /// <param name="saved">What <see cref="Save"/> gave; null at the start.</param>
    /// <param name="activities">How many activities the flowchart has.</param>
    /// <param name="connections">How many connections it has.</param>
    public static FlowScope Load(Dictionary<string, object?>? saved, int activities, int connections)
    {
        var scope = new FlowScope(activities, connections);
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

    // Plain loops: these three run for every arrow of every completed activity.
    public bool AllInboundVisited(FlowGraph graph, Activity activity)
    {
        var visits = Visits(activity);
        var inbound = graph.Inbound(activity);
        for (var i = 0; i < inbound.Count; i++)
        {
            if (Visits(inbound[i]).Visits <= visits)
            {
                return false;
            }
        }

        return true;
    }

    public bool AnyInboundFollowed(FlowGraph graph, Activity activity) => CountLatestFollowed(graph, activity) > 0;

    public bool AllInboundFollowed(FlowGraph graph, Activity activity) => CountLatestFollowed(graph, activity) == graph.Inbound(activity).Count;

    public bool IsOutdated(FlowEdge edge) => Visits(edge).Visits <= Visits(edge.Target);

    // How many inbound connections were followed in the newest round; -1 when that round is not newer than the activity's own visits.
    private int CountLatestFollowed(FlowGraph graph, Activity activity)
    {
        var inbound = graph.Inbound(activity);
        var most = 0L;
        for (var i = 0; i < inbound.Count; i++)
        {
            most = Math.Max(most, Visits(inbound[i]).Visits);
        }

        if (most <= Visits(activity))
        {
            return -1;
        }

        var count = 0;
        for (var i = 0; i < inbound.Count; i++)
        {
            count += Visits(inbound[i]) == (most, true) ? 1 : 0;
        }

        return count;
    }

    private long Visits(Activity activity) => _activities.GetValueOrDefault(activity.Id);

    private (long Visits, bool Followed) Visits(FlowEdge edge) => _connections.GetValueOrDefault(edge.Connection.Key);
}
