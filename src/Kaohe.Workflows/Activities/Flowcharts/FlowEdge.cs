using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>A connection in a <see cref="FlowGraph"/>.</summary>
internal sealed class FlowEdge(Connection connection, Activity source, Activity target)
{
    public Connection Connection { get; } = connection;

    public Activity Source { get; } = source;

    public Activity Target { get; } = target;

    /// <summary>Whether it is part of the traversal from the start; otherwise it leads back.</summary>
    public bool IsForward { get; set; }

    /// <summary>For a connection that leads back: whether every way from the start to its source passes its target.</summary>
    public bool IsValidBackward { get; set; }
}
