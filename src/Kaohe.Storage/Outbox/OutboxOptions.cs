namespace Kaohe.Storage.Outbox;

/// <summary>Settings under <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Outbox";

    /// <summary>Effects delivered at the same time by one node.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>Attempts before an effect becomes a dead letter.</summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Pause after the first failure; it doubles with each further one, and jitter of a half to one and a half is applied.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause between attempts.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a node owns what it has taken unless it renews; what a vanished machine held is taken over after this time.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest time of one attempt.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest real time until the outbox is looked at although nothing was signalled.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long delivered effects are kept to recognise their keys.</summary>
    public TimeSpan KeepDelivered { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a stimulus waits for somebody who waits for it.</summary>
    public TimeSpan StimulusTimeToLive { get; set; } = TimeSpan.FromMinutes(10);
}
