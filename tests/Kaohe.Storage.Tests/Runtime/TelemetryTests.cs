using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kaohe.Storage.Telemetry;
using Kaohe.Storage.Tests.Given;

namespace Kaohe.Storage.Tests.Runtime;

public sealed class TelemetryTests(SqliteDatabase database) : StorageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Should_count_bursts_deliveries_and_timers_and_trace_each_burst()
    {
        var counted = new ConcurrentDictionary<string, long>();
        var traced = new ConcurrentBag<string>();
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == KaoheTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => counted.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == KaoheTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => traced.Add($"{activity.OperationName} {activity.GetTagItem("kaohe.instance")}"),
        };
        ActivitySource.AddActivityListener(traces);

        await Host.PublishAsync(Flow.Sequence("measured", Flow.WriteLine("a", "a"), Flow.Delay("d", "00:01:00")));
        await Host.StartInstanceAsync("measured", "measured-1");
        await Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.True(counted["kaohe.bursts"] >= 2);
        Assert.True(counted["kaohe.outbox.delivered"] >= 1);
        Assert.True(counted["kaohe.timers.fired"] >= 1);
        Assert.Contains("burst start measured-1", traced);
        Assert.Contains("burst resume measured-1", traced);
        Assert.Contains("effect Elsa.WriteLine measured-1", traced);
    }
}
