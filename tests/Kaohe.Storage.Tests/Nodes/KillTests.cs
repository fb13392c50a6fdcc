using System.Globalization;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tests.Given;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Nodes;

/// <summary>A node on SQLite is killed again and again while it works; KAOHE_KILLS says how often (30 unless set).</summary>
public sealed class KillTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private const int Instances = 400;
    private static readonly string[] _texts = ["begin", "after the task", "after the delay", "end"];

    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("KAOHE_KILLS") ?? "30", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Should_lose_nothing_and_double_no_result_when_killed_at_random()
    {
        await using (var host = await StorageHost.StartAsync(database, now: TimeProvider.System.GetUtcNow()))
        {
            await host.PublishAsync(Flow.Sequence(
                "killed",
                Flow.WriteLine("w1", _texts[0]), Flow.RunTask("t1"), Flow.WriteLine("w2", _texts[1]), Flow.Delay("d", "00:00:00.300"),
                Flow.WriteLine("w3", _texts[2]), Flow.RunTask("t2"), Flow.WriteLine("w4", _texts[3])));
        }

        var written = new WrittenLines(Path.Combine(database.Folder, "lines.txt"));
        var random = new Random(20261123);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var victim = await Launch(written).ReadyAsync();
            await Task.Delay(random.Next(20, 700), TestContext.Current.CancellationToken);
            await victim.KillAsync();
        }

        await using var node = await Launch(written, $"Test:Count={Instances}").ReadyAsync();
        var lines = await written.WaitAsync(all => all.Count(l => l.Node != "client") >= Instances * _texts.Length, TimeSpan.FromMinutes(3));
        await node.SignalAsync("TERM");
        await node.ExitedAsync();

        await AssertWholeAsync(lines);
    }

    private TestNodeProcess Launch(WrittenLines written, string count = "Test:Count=400") => TestNodeProcess.Launch(database, written.Path, "Test:Start=killed", count);

    private async Task AssertWholeAsync(IReadOnlyList<WrittenLines.Line> lines)
    {
        var started = lines.Where(l => l.Node == "client").Select(l => l.InstanceId).Distinct().ToList();
        Assert.Equal(Instances, started.Count);
        var effects = lines.Where(l => l.Node != "client").ToLookup(l => l.InstanceId);

        // Each once; effects of one instance have no order among themselves after a kill.
        Assert.All(started, id => Assert.Equal(_texts.Order(StringComparer.Ordinal), effects[id].Select(l => l.Text).Order(StringComparer.Ordinal)));

        await using var host = await StorageHost.StartAsync(database);
        await using var db = host.Read();
        Assert.Equal(Instances, await db.WorkflowInstances.CountAsync(i => i.SubStatus == WorkflowSubStatus.Finished, TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.WorkflowInstances.CountAsync(i => i.Status == WorkflowStatus.Running, TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Bookmarks.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Outbox.CountAsync(o => o.Status == OutboxStatus.Dead, TestContext.Current.CancellationToken));
        var journal = await db.Journal.Where(j => j.EventName == "Completed" && j.ActivityType == "Elsa.WriteLine").GroupBy(j => j.WorkflowInstanceId)
            .Select(g => g.Count()).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(journal, count => Assert.Equal(_texts.Length, count));
    }
}
