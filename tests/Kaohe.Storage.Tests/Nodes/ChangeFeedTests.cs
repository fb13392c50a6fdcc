using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kaohe.Storage.Tests.Nodes;

public abstract class ChangeFeedTests(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Should_tell_a_live_page_what_changed_after_the_commit()
    {
        await Host.PublishAsync(Flow.Sequence("told", Flow.RunTask("t")));
        var listening = FirstAsync(Host, n => n is { Topic: ChangeTopics.Instance, Id: "told-1" });

        await Host.StartInstanceAsync("told", "told-1");

        Assert.Equal(new ChangeNotice(ChangeTopics.Instance, "told-1"), await listening);
    }

    [Fact]
    public async Task Should_give_a_singleton_to_one_at_a_time()
    {
        var singletons = Host.Get<ISingletons>();
        await using (var held = await singletons.TryAcquireAsync("reader", Cancel))
        {
            Assert.NotNull(held);
            Assert.False(held.Lost.IsCancellationRequested);
            Assert.Null(await singletons.TryAcquireAsync("reader", Cancel));
            await using var other = await singletons.TryAcquireAsync("another", Cancel);
            Assert.NotNull(other);
        }

        await using var again = await singletons.TryAcquireAsync("reader", Cancel);
        Assert.NotNull(again);
    }

    protected static async Task<ChangeNotice> FirstAsync(StorageHost host, Func<ChangeNotice, bool> wanted)
    {
        await foreach (var notice in host.Get<IChangeFeed>().ListenAsync(wanted, Cancel))
        {
            if (notice.Topic != ChangeTopics.Missed)
            {
                return notice;
            }
        }

        throw new InvalidOperationException("The feed ended.");
    }
}

public sealed class ChangeFeedTestsOnSqlite(SqliteDatabase database) : ChangeFeedTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Should_refuse_a_second_process_on_the_same_file()
    {
        await using var first = await TestNodeProcess.Launch(Database, Path.Combine(Database.Folder, "lines.txt")).ReadyAsync();
        await using var second = TestNodeProcess.Launch(Database, Path.Combine(Database.Folder, "lines.txt"));

        Assert.Contains("SQLite 只允许一个服务进程", await second.ExitedAsync(), StringComparison.Ordinal);
    }
}

public sealed class ChangeFeedTestsOnPostgres(PostgresDatabase database) : ChangeFeedTests(database), IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Should_tell_the_other_nodes()
    {
        await using var other = await StorageHost.StartAsync(Database);
        var feeds = new[] { Host, other }.SelectMany(h => h.Services.GetServices<IHostedService>()).Where(s => s is IChangeFeed).ToList();
        var connected = FirstMissedAsync(other);
        foreach (var feed in feeds)
        {
            await feed.StartAsync(Cancel);
        }

        await connected;
        var listening = FirstAsync(other, n => n.Topic == "task");
        Host.Get<IChangeFeed>().Publish(new ChangeNotice("task", "任务-7"));

        Assert.Equal(new ChangeNotice("task", "任务-7"), await listening);
        foreach (var feed in feeds)
        {
            await feed.StopAsync(Cancel);
        }
    }

    [Fact]
    public async Task Should_start_a_version_that_another_node_has_just_published()
    {
        await using var other = await StorageHost.StartAsync(Database);
        var feeds = new[] { Host, other }.SelectMany(h => h.Services.GetServices<IHostedService>()).Where(s => s is IChangeFeed).ToList();
        var connected = FirstMissedAsync(other);
        await Task.WhenAll(feeds.Select(feed => feed.StartAsync(Cancel)));
        await connected;
        await Host.PublishAsync(Flow.Sequence("news", Flow.RunTask("t")));
        await other.StartInstanceAsync("news");
        var told = FirstAsync(other, n => n is { Topic: ChangeTopics.Definition, Id: "news" });

        await Host.PublishAsync(Flow.Sequence("news", Flow.WriteLine("a", "new"), Flow.RunTask("t")));
        await told;

        Assert.Equal(2, (await other.StartInstanceAsync("news")).State!.DefinitionVersion);
        await Task.WhenAll(feeds.Select(feed => feed.StopAsync(Cancel)));
    }

    private static async Task FirstMissedAsync(StorageHost host)
    {
        await foreach (var notice in host.Get<IChangeFeed>().ListenAsync(_ => false, Cancel))
        {
            if (notice.Topic == ChangeTopics.Missed)
            {
                return;
            }
        }
    }
}
