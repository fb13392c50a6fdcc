namespace Kaohe.Storage.Nodes;

/// <summary>Settings under <c>Node</c>.</summary>
public sealed class NodeOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Node";

    /// <summary>How often dead nodes are looked for.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the outbox is measured for the metrics.</summary>
    public TimeSpan MeasureEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often old rows are removed.</summary>
    public TimeSpan PurgeEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long running deliveries may take to finish when the node stops.</summary>
    public TimeSpan StopPatience { get; set; } = TimeSpan.FromSeconds(10);
}
