using Kaohe.Storage.Outbox;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Storage.Tests.Outbox;

public abstract class OutboxTests(TestDatabase database) : StorageTests(database)
{
    private readonly Probe _probe = new();

    private OutboxStore Store => Host.Get<OutboxStore>();

    [Fact]
    public async Task Should_commit_the_handlers_work_together_with_the_delivery()
    {
        var key = await EnqueueAsync("张三");

        await Host.SettleAsync();

        await using var db = Host.Read();
        var user = await db.Users.SingleAsync(u => u.DisplayName == "张三", Cancel);
        var row = await db.Outbox.SingleAsync(o => o.Key == key, Cancel);
        Assert.Equal("prepared " + key, user.SecurityStamp);
        Assert.Equal((OutboxStatus.Delivered, 1, null, null), (row.Status, row.Attempts, row.LeaseOwner, row.Payload));
    }

    [Fact]
    public async Task Should_take_the_same_key_once()
    {
        var key = await EnqueueAsync("同一个键");
        await EnqueueAsync("同一个键", key);
        await Host.SettleAsync();
        await EnqueueAsync("同一个键", key);
        await Host.SettleAsync();

        await using var db = Host.Read();
        Assert.Equal(1, await db.Users.CountAsync(u => u.DisplayName == "同一个键", Cancel));
        Assert.Equal(1, await db.Outbox.CountAsync(o => o.Key == key, Cancel));
    }

    [Fact]
    public async Task Should_leave_nothing_of_a_handler_that_failed_and_try_again_later()
    {
        var calls = 0;
        _probe.Then = _ => ++calls == 1 ? throw new InvalidOperationException("中途失败") : Task.CompletedTask;
        var key = await EnqueueAsync("再试一次");

        await Host.SettleAsync();
        var failed = await RowAsync(key);
        await using (var db = Host.Read())
        {
            Assert.Equal(0, await db.Users.CountAsync(u => u.DisplayName == "再试一次", Cancel));
        }

        Host.Clock.Advance(TimeSpan.FromSeconds(4));
        await Host.SettleAsync();

        Assert.Equal((OutboxStatus.Pending, 1, "中途失败", null), (failed.Status, failed.Attempts, failed.Reason, failed.LeaseOwner));
        Assert.InRange(failed.AvailableAt - failed.CreatedAt, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        Assert.Equal(OutboxStatus.Delivered, (await RowAsync(key)).Status);
        Assert.Equal(2, _probe.Prepared.Count(k => k == key));
    }

    [Fact]
    public async Task Should_end_as_a_dead_letter_with_its_reason_and_be_delivered_when_replayed()
    {
        var key = await EnqueueAsync("终会送达");
        _probe.Failures[key] = 10;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await Host.SettleAsync();
            Host.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var dead = Assert.Single((await Store.ListAsync(new OutboxFilter { Status = OutboxStatus.Dead, Kind = Probe.Kind }, new PageRequest(), Cancel)).Items, o => o.Key == key);
        await Host.SettleAsync();
        Assert.Equal((10, "邮件服务器没有应答"), (dead.Attempts, dead.Reason));
        Assert.Equal(OutboxStatus.Dead, (await RowAsync(key)).Status);

        Assert.True(await Store.ReplayAsync(dead.Id, Cancel));
        Assert.False(await Store.ReplayAsync(dead.Id, Cancel));
        await Host.SettleAsync();

        Assert.Equal(OutboxStatus.Delivered, (await RowAsync(key)).Status);
    }

    [Fact]
    public async Task Should_bury_at_once_what_can_never_be_delivered()
    {
        var key = await EnqueueAsync("地址无效");
        _probe.Undeliverable[key] = "收件人地址不存在";
        var nobody = $"nobody-{Guid.NewGuid():N}";
        await EnqueueAsync("x", nobody, kind: "Test.NobodyDeliversThis");

        await Host.SettleAsync();

        var (buried, waiting) = (await RowAsync(key), await RowAsync(nobody));
        Assert.Equal((OutboxStatus.Dead, 1, "收件人地址不存在"), (buried.Status, buried.Attempts, buried.Reason));
        Assert.Equal((OutboxStatus.Pending, "没有处理“Test.NobodyDeliversThis”的程序。"), (waiting.Status, waiting.Reason));
    }

    [Fact]
    public async Task Should_not_deliver_before_its_time()
    {
        var key = await EnqueueAsync("明天", notBefore: Host.Clock.GetUtcNow().AddDays(1));

        await Host.SettleAsync();
        Assert.Equal((OutboxStatus.Pending, 0), ((await RowAsync(key)).Status, (await RowAsync(key)).Attempts));

        Host.Clock.Advance(TimeSpan.FromDays(1));
        await Host.SettleAsync();
        Assert.Equal(OutboxStatus.Delivered, (await RowAsync(key)).Status);
    }

    [Fact(Timeout = 30_000)]
    public async Task Should_look_again_at_an_effect_that_was_put_back_when_it_is_time_and_not_at_the_next_poll()
    {
        var looks = 0;
        _probe.Then = context =>
        {
            context.WaitUntil = ++looks == 1 ? context.Now : null;
            return Task.CompletedTask;
        };
        var key = await EnqueueAsync("稍等");

        // The next poll and the end of the lease are an hour away, so nothing but the put back effect itself can wake the dispatcher.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = Host.Get<OutboxDispatcher>().RunAsync(TimeSpan.FromSeconds(5), stop.Token);
        while ((await RowAsync(key)).Status == OutboxStatus.Pending)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await running;
        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task Should_begin_again_an_effect_that_is_taken_before_the_delivery_that_put_it_back_is_over()
    {
        var key = await EnqueueAsync("刚放回");
        var (looks, taken) = (0, Task.FromResult(0));
        _probe.Then = context =>
        {
            if (++looks == 1)
            {
                context.WaitUntil = context.Now;
                context.Db.AfterCommit.Do(() => taken = Host.Get<OutboxDispatcher>().DeliverDueAsync(Cancel));
            }

            return Task.CompletedTask;
        };

        await Host.SettleAsync();
        await taken;
        Assert.Equal((OutboxStatus.Delivered, 2), ((await RowAsync(key)).Status, looks));
    }

    [Fact]
    public async Task Should_roll_back_the_work_of_a_node_that_lost_its_lease()
    {
        var key = await EnqueueAsync("租约已失");
        _probe.Then = context => context.Db.Outbox.Where(o => o.Key == key).ExecuteUpdateAsync(set => set.SetProperty(o => o.LeaseOwner, "another node"), Cancel);

        await Host.SettleAsync();

        await using var db = Host.Read();
        Assert.Equal(0, await db.Users.CountAsync(u => u.DisplayName == "租约已失", Cancel));
        Assert.Equal(OutboxStatus.Pending, (await RowAsync(key)).Status);
    }

    [Fact]
    public async Task Should_page_filter_discard_and_purge()
    {
        var instance = $"instance-{Guid.NewGuid():N}";
        var keys = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            keys.Add(await EnqueueAsync($"页{i}", instanceId: instance));
        }

        _probe.Undeliverable[keys[0]] = "不送了";
        await Host.SettleAsync();
        var filter = new OutboxFilter { WorkflowInstanceId = instance };
        var page = await Store.ListAsync(filter, PageRequest.Number(1, 2), Cancel);
        var dead = Assert.Single((await Store.ListAsync(filter with { Status = OutboxStatus.Dead }, new PageRequest(), Cancel)).Items);

        Assert.Equal((5, 2), (page.TotalCount, page.Items.Count));
        Assert.True(await Store.DiscardAsync(dead.Id, Cancel));
        Assert.Equal(4, (await Store.ListAsync(filter, new PageRequest(), Cancel)).TotalCount);
        Host.Clock.Advance(TimeSpan.FromDays(31));
        Assert.True(await Store.PurgeAsync(Cancel) >= 4);
        Assert.Equal(0, (await Store.ListAsync(filter, new PageRequest(), Cancel)).TotalCount);
    }

    protected override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(_probe);
        services.Configure<OutboxOptions>(options => (options.Poll, options.Lease) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1)));
        services.AddEffectHandler<Probe.Handler>(Probe.Kind);
    }

    private async Task<string> EnqueueAsync(string payload, string? key = null, DateTimeOffset? notBefore = null, string kind = Probe.Kind, string? instanceId = null)
    {
        key ??= $"key-{Guid.NewGuid():N}";
        await Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                await Host.Get<OutboxWriter>().EnqueueAsync(
                    db, new OutboxRequest { Key = key, Kind = kind, Payload = payload, NotBefore = notBefore, WorkflowInstanceId = instanceId }, cancel);
                return 0;
            },
            Cancel);
        return key;
    }

    private async Task<OutboxRow> RowAsync(string key)
    {
        await using var db = Host.Read();
        return await db.Outbox.AsNoTracking().SingleAsync(o => o.Key == key, Cancel);
    }
}

public sealed class OutboxTestsOnSqlite(SqliteDatabase database) : OutboxTests(database), IClassFixture<SqliteDatabase>;

public sealed class OutboxTestsOnPostgres(PostgresDatabase database) : OutboxTests(database), IClassFixture<PostgresDatabase>;
