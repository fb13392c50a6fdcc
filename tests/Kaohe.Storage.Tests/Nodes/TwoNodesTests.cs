using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tests.Given;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Nodes;

/// <summary>Two real processes on one PostgreSQL.</summary>
public sealed class TwoNodesTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IAsyncLifetime
{
    private StorageHost? _started;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StorageHost Client => _started!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(database.Missing is not null, database.Missing ?? "");
        _started = await StorageHost.StartAsync(database, now: TimeProvider.System.GetUtcNow());
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Should_share_the_work_and_fire_each_timer_and_each_effect_once()
    {
        const int Count = 300;
        await Client.PublishAsync(Flow.Sequence(
            "shared", Flow.WriteLine("a", "first"), Flow.RunTask("t"), Flow.Delay("d", "00:00:00.500"), Flow.WriteLine("b", "second")));
        var written = Written("shared");
        await using var one = await TestNodeProcess.Launch(database, written.Path).ReadyAsync();
        await using var two = await TestNodeProcess.Launch(database, written.Path).ReadyAsync();

        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (i, _) => await Client.StartInstanceAsync("shared", $"shared-{i}"));
        var lines = await written.WaitAsync(all => all.Count(l => l.Text is "first" or "second") >= 2 * Count, TimeSpan.FromMinutes(2));

        Assert.Equal([one.Id, two.Id], lines.Select(l => l.Node).Distinct().Order().Intersect([one.Id, two.Id]).OrderBy(id => id == two.Id));
        Assert.All(Enumerable.Range(0, Count), i => Assert.Equal(["first", "second"], lines.Where(l => l.InstanceId == $"shared-{i}").Select(l => l.Text).Order(StringComparer.Ordinal)));
        await using var db = Client.Read();
        Assert.Equal(Count, await db.WorkflowInstances.CountAsync(i => i.DefinitionId == "shared" && i.SubStatus == WorkflowSubStatus.Finished, Cancel));
        Assert.Equal(Count, await db.Journal.CountAsync(j => j.WorkflowInstanceId.StartsWith("shared-") && j.ActivityId == "d" && j.EventName == "Completed", Cancel));
    }

    [Fact]
    public async Task Should_finish_what_a_killed_node_had_begun()
    {
        await PublishSlowAsync("taken-over");
        var written = Written("taken-over");

        // The lease is long: what is taken over in time is taken over because the node is known to be dead.
        await using var victim = await TestNodeProcess.Launch(database, written.Path, "Outbox:Lease=00:10:00", "Timers:Lease=00:10:00").ReadyAsync();
        var ids = await StartAsync("taken-over", 8);
        await UntilLeasedAsync(victim.Id);
        await using var heir = await TestNodeProcess.Launch(database, written.Path).ReadyAsync();
        await victim.KillAsync();

        var lines = await written.WaitAsync(all => ids.All(id => all.Count(l => l.InstanceId == id) >= 2), TimeSpan.FromSeconds(30));

        Assert.All(ids, id => Assert.Equal(["done", "slow"], lines.Where(l => l.InstanceId == id).Select(l => l.Text).Order()));
    }

    [Fact]
    public async Task Should_go_on_at_once_when_a_lone_node_is_killed_and_restarted()
    {
        await PublishSlowAsync("alone");
        var written = Written("alone");
        List<string> ids;
        await using (var victim = await TestNodeProcess.Launch(database, written.Path, "Outbox:Lease=00:10:00").ReadyAsync())
        {
            ids = await StartAsync("alone", 8);
            await UntilLeasedAsync(victim.Id);
            await victim.KillAsync();
        }

        await using var again = await TestNodeProcess.Launch(database, written.Path).ReadyAsync();

        // Nothing is held by the dead any more when the new node says that it is ready.
        await using var db = Client.Read();
        Assert.Empty(await db.Outbox.Where(o => o.LeaseOwner != null && o.LeaseOwner != again.Id).ToListAsync(Cancel));

        // The new node also delivers what another test's node was killed over; that is not counted here.
        var lines = await written.WaitAsync(all => ids.All(id => all.Count(l => l.InstanceId == id) >= 2), TimeSpan.FromMinutes(2));
        Assert.All(ids, id => Assert.Equal(["done", "slow"], lines.Where(l => l.InstanceId == id).DistinctBy(l => l.Key).Select(l => l.Text).Order()));
    }

    [Fact]
    public async Task Should_take_over_from_a_frozen_node_when_its_lease_ends_and_refuse_what_it_says_later()
    {
        await PublishSlowAsync("frozen");
        var written = Written("frozen");
        await using var frozen = await TestNodeProcess.Launch(database, written.Path, "Outbox:Lease=00:00:03").ReadyAsync();
        var ids = await StartAsync("frozen", 4);
        await UntilLeasedAsync(frozen.Id);
        await FreezeAsync(frozen, written);
        await using var heir = await TestNodeProcess.Launch(database, written.Path, "Outbox:Lease=00:00:03").ReadyAsync();

        var before = await written.WaitAsync(all => ids.All(id => all.Count(l => l.InstanceId == id) >= 2), TimeSpan.FromMinutes(2));
        await frozen.SignalAsync("CONT");
        await frozen.SignalAsync("TERM");
        await frozen.ExitedAsync();

        Assert.All(ids, id => Assert.Equal(["done", "slow"], before.Where(l => l.InstanceId == id).Select(l => l.Text).Order()));
        // The heir also delivers what other tests' nodes left; only these instances count.
        Assert.Equal(before.Count(l => ids.Contains(l.InstanceId)), (await written.ReadAsync()).Count(l => ids.Contains(l.InstanceId)));
        await using var db = Client.Read();
        Assert.All(await db.Outbox.Where(o => ids.Contains(o.WorkflowInstanceId!)).ToListAsync(Cancel), o => Assert.Equal(OutboxStatus.Delivered, o.Status));
    }

    [Fact]
    public async Task Should_give_everything_back_when_it_is_asked_to_stop()
    {
        await PublishSlowAsync("stopped");
        var written = Written("stopped");
        await using var node = await TestNodeProcess.Launch(database, written.Path, "Outbox:Concurrency=2", "Outbox:Lease=00:10:00").ReadyAsync();
        await StartAsync("stopped", 12);
        await UntilLeasedAsync(node.Id);

        await node.SignalAsync("TERM");
        await node.ExitedAsync();

        await using var db = Client.Read();
        Assert.Empty(await db.Outbox.Where(o => o.LeaseOwner == node.Id).ToListAsync(Cancel));
        var begun = (await written.ReadAsync()).Select(l => l.Key).ToHashSet();
        Assert.All(
            await db.Outbox.Where(o => o.WorkflowInstanceId!.StartsWith("stopped-") && o.Kind == "Elsa.WriteLine").ToListAsync(Cancel),
            o => Assert.Equal(begun.Contains(o.Key) ? OutboxStatus.Delivered : OutboxStatus.Pending, o.Status));
    }

    private WrittenLines Written(string name) => new(Path.Combine(database.Folder, $"{name}.txt"));

    private Task PublishSlowAsync(string definitionId) => Client.PublishAsync(Flow.Sequence(
        definitionId, Flow.WriteLine("a", "slow"), Flow.Delay("d", "00:00:01"), Flow.WriteLine("b", "done")));

    private async Task<List<string>> StartAsync(string definitionId, int count)
    {
        var ids = Enumerable.Range(0, count).Select(i => $"{definitionId}-{i}").ToList();
        foreach (var id in ids)
        {
            await Client.StartInstanceAsync(definitionId, id);
        }

        return ids;
    }

    // A node that is frozen while it writes keeps the file from everybody: then it goes on and is frozen again.
    private static async Task FreezeAsync(TestNodeProcess node, WrittenLines written)
    {
        await node.SignalAsync("STOP");
        while (!written.IsFree())
        {
            await node.SignalAsync("CONT");
            await node.SignalAsync("STOP");
        }
    }

    private async Task UntilLeasedAsync(string nodeId)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        await using var db = Client.Read();
        while (!await db.Outbox.AnyAsync(o => o.LeaseOwner == nodeId, Cancel))
        {
            await timer.WaitForNextTickAsync(Cancel);
        }
    }
}
