namespace Kaohe.Storage.Timers;

/// <summary>Settings under <c>Timers</c>.</summary>
public sealed class TimerOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Timers";

    /// <summary>Due timers acted on at the same time by one node.</summary>
    public int Concurrency { get; set; } = 16;

    /// <summary>Due timers that a node takes at once.</summary>
    public int Batch { get; set; } = 128;

    /// <summary>How long a node owns what it has taken.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest real time until the clock is looked at again: other nodes' timers are noticed then, and a clock that jumped without
    /// telling (<see cref="Nodes.ChangeTopics.Timers"/>).</summary>
    public TimeSpan LongestSleep { get; set; } = TimeSpan.FromSeconds(5);
}
