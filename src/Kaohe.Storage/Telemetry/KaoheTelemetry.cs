using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kaohe.Storage.Telemetry;

/// <summary>Traces and metrics of the engine, both under the name <see cref="Name"/>. Tags carry kinds and outcomes, never personal data.</summary>
public sealed class KaoheTelemetry : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Kaohe";

    /// <summary>Traces.</summary>
    public static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private long _outboxDepth;
    private double _outboxAge;
    private long _deadLetters;

    /// <summary>Makes the instruments.</summary>
    public KaoheTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        Bursts = _meter.CreateCounter<long>("kaohe.bursts", description: "Bursts that were committed, by stimulus and outcome.");
        BurstDuration = _meter.CreateHistogram<double>("kaohe.burst.duration", "ms", "From the request for a burst to its commit.");
        Conflicts = _meter.CreateCounter<long>("kaohe.burst.conflicts", description: "Bursts that were computed again because another one was committed first.");
        Flushes = _meter.CreateCounter<long>("kaohe.lane.flushes", description: "How often the disk was made to keep what had been committed (SQLite).");
        Delivered = _meter.CreateCounter<long>("kaohe.outbox.delivered", description: "Effects that were delivered, by kind.");
        Failed = _meter.CreateCounter<long>("kaohe.outbox.failed", description: "Attempts that failed, by kind.");
        TimersFired = _meter.CreateCounter<long>("kaohe.timers.fired", description: "Due bookmarks and triggers that were acted on.");
        TimerLateness = _meter.CreateHistogram<double>("kaohe.timers.lateness", "ms", "From the due time to the commit.");
        _meter.CreateObservableGauge("kaohe.outbox.depth", () => Interlocked.Read(ref _outboxDepth), description: "Effects that wait for delivery.");
        _meter.CreateObservableGauge("kaohe.outbox.age", () => Volatile.Read(ref _outboxAge), "s", "Age of the oldest effect that could be delivered.");
        _meter.CreateObservableGauge("kaohe.outbox.dead", () => Interlocked.Read(ref _deadLetters), description: "Dead letters.");
    }

    internal Counter<long> Bursts { get; }

    internal Histogram<double> BurstDuration { get; }

    internal Counter<long> Conflicts { get; }

    internal Counter<long> Flushes { get; }

    internal Counter<long> Delivered { get; }

    internal Counter<long> Failed { get; }

    internal Counter<long> TimersFired { get; }

    internal Histogram<double> TimerLateness { get; }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    internal void ObserveOutbox(long depth, TimeSpan age, long dead)
    {
        Interlocked.Exchange(ref _outboxDepth, depth);
        Volatile.Write(ref _outboxAge, age.TotalSeconds);
        Interlocked.Exchange(ref _deadLetters, dead);
    }
}
