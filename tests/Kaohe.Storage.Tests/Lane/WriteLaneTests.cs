using System.Diagnostics.Metrics;
using Kaohe.Storage.Identity;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Lane;

public abstract class WriteLaneTests(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Should_commit_what_a_mutation_left_unsaved()
    {
        var id = await AddUserAsync("甲");

        await using var db = Host.Read();
        Assert.Equal("甲", (await db.Users.SingleAsync(u => u.Id == id, Cancel)).DisplayName);
    }

    [Fact]
    public async Task Should_leave_nothing_of_a_failing_mutation_and_not_disturb_its_neighbours()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"n{i:000}-{Guid.NewGuid():N}").ToList();

        var outcomes = await Task.WhenAll(names.Select((name, i) => Outcome(i % 7 == 3 ? FailAfterSaveAsync(name) : AddUserAsync(name))));

        await using var db = Host.Read();
        var stored = await db.Users.Where(u => names.Contains(u.DisplayName)).Select(u => u.DisplayName).ToListAsync(Cancel);
        Assert.Equal(names.Where((_, i) => i % 7 != 3).Order(), stored.Order());
        Assert.All(outcomes.Select((outcome, i) => (outcome, i)), o => Assert.Equal(o.i % 7 == 3 ? "on purpose" : null, o.outcome));
    }

    [Fact]
    public async Task Should_lose_no_increment_of_many_writers()
    {
        var id = await AddUserAsync("计数");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                var user = await db.Users.SingleAsync(u => u.Id == id, cancel);
                user.AccessFailedCount++;
                user.ConcurrencyStamp = Guid.NewGuid().ToString();
                return 0;
            },
            Cancel)));

        await using var db = Host.Read();
        Assert.Equal(100, (await db.Users.SingleAsync(u => u.Id == id, Cancel)).AccessFailedCount);
    }

    [Fact]
    public async Task Should_give_signals_only_after_a_commit()
    {
        var given = new List<string>();
        await Host.Lane.RunAsync((db, _) => Task.FromResult(Signal(db, "committed")), Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Lane.RunAsync<int>(
            (db, _) =>
            {
                Signal(db, "rolled back");
                throw new InvalidOperationException("on purpose");
            },
            Cancel));
        await Host.Lane.RunAsync((db, _) => Task.FromResult(0), Cancel);

        Assert.Equal(["committed"], given);

        int Signal(KaoheDb db, string text)
        {
            db.AfterCommit.Do(() => given.Add(text));
            return 0;
        }
    }

    [Fact]
    public async Task Should_let_a_signal_start_another_mutation()
    {
        var follower = new TaskCompletionSource<Task<string>>();
        await Host.Lane.RunAsync(
            (db, _) =>
            {
                db.AfterCommit.Do(() => follower.SetResult(Task.Run(() => AddUserAsync("后续"), Cancel)));
                return Task.FromResult(0);
            },
            Cancel);

        Assert.NotEmpty(await await follower.Task);
    }

    [Fact]
    public async Task Should_let_direct_saves_pass_between_mutations()
    {
        var names = Enumerable.Range(0, 60).Select(i => $"direct-{i}-{Guid.NewGuid():N}").ToList();

        await Task.WhenAll(names.Select((name, i) => i % 2 == 0 ? AddUserAsync(name) : SaveDirectlyAsync(name)));

        await using var db = Host.Read();
        Assert.Equal(60, await db.Users.CountAsync(u => names.Contains(u.DisplayName), Cancel));
    }

    [Fact]
    public async Task Should_not_run_a_mutation_that_was_given_up()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Host.Lane.RunAsync<int>((_, _) => throw new InvalidOperationException("ran"), given.Token));
    }

    protected async Task<string> AddUserAsync(string name) => await Host.Lane.RunAsync(
        (db, _) =>
        {
            var user = new KaoheUser { DisplayName = name };
            db.Users.Add(user);
            return Task.FromResult(user.Id);
        },
        Cancel);

    private async Task<string> SaveDirectlyAsync(string name)
    {
        await using var db = Host.Read();
        db.Users.Add(new KaoheUser { DisplayName = name });
        await db.SaveChangesAsync(Cancel);
        return name;
    }

    private Task<string> FailAfterSaveAsync(string name) => Host.Lane.RunAsync<string>(
        async (db, cancel) =>
        {
            db.Users.Add(new KaoheUser { DisplayName = name });
            await db.SaveChangesAsync(cancel);
            throw new InvalidOperationException("on purpose");
        },
        Cancel);

    private static async Task<string?> Outcome(Task<string> task)
    {
        try
        {
            await task;
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }
}

public sealed class WriteLaneTestsOnSqlite(SqliteDatabase database) : WriteLaneTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Should_flush_what_it_commits_by_itself_and_let_every_other_connection_flush_at_its_commits()
    {
        await using var other = Host.Read();

        Assert.Equal(["wal", "1", "1"], await Host.Lane.RunAsync(PragmasAsync, Cancel));
        Assert.Equal(["wal", "2", "1"], await PragmasAsync(other, Cancel));
    }

    [Fact]
    public async Task Should_answer_only_when_the_disk_has_it()
    {
        long flushes = 0;
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "kaohe.lane.flushes")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref flushes, count));
        meters.Start();

        await AddUserAsync("一人");
        var alone = Interlocked.Read(ref flushes);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => AddUserAsync($"多人{i}")));

        Assert.True(alone >= 1, "a mutation was answered before anything was flushed");
        Assert.True(Interlocked.Read(ref flushes) > alone, "mutations that ran together were answered before they were flushed");
    }

    [Fact]
    public async Task Should_keep_its_connection_when_a_mutation_fails()
    {
        var before = await Host.Lane.RunAsync((db, _) => Task.FromResult(db.Database.GetDbConnection()), Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Lane.RunAsync<int>(
            async (db, cancel) =>
            {
                db.Users.Add(new KaoheUser { DisplayName = "不留" });
                await db.SaveChangesAsync(cancel);
                throw new InvalidOperationException("on purpose");
            },
            Cancel));

        Assert.Same(before, await Host.Lane.RunAsync((db, _) => Task.FromResult(db.Database.GetDbConnection()), Cancel));
        await using var read = Host.Read();
        Assert.False(await read.Users.AnyAsync(user => user.DisplayName == "不留", Cancel));
    }

    [Fact]
    public async Task Should_not_block_readers_while_a_mutation_runs()
    {
        await AddUserAsync("读者");
        var reading = new TaskCompletionSource();
        var writing = Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                db.Users.Add(new KaoheUser());
                await db.SaveChangesAsync(cancel);
                await reading.Task.WaitAsync(cancel);
                return 0;
            },
            Cancel);

        await using (var db = Host.Read())
        {
            Assert.NotEmpty(await db.Users.ToListAsync(Cancel));
        }

        reading.SetResult();
        await writing;
    }

    [Fact]
    public async Task Should_go_on_after_a_direct_save_that_lost_against_another()
    {
        var id = await AddUserAsync("落后");
        await using var late = Host.Read();
        (await late.Users.SingleAsync(u => u.Id == id, Cancel)).DisplayName = "晚到";
        await Host.Lane.RunAsync(
            (db, cancel) => db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.ConcurrencyStamp, "newer"), cancel), Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync(Cancel));

        await AddUserAsync("其后");
    }

    [Fact]
    public async Task Should_refuse_a_save_through_another_context_inside_a_mutation()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Lane.RunAsync(
            async (_, cancel) =>
            {
                await using var other = Host.Read();
                other.Users.Add(new KaoheUser());
                return await other.SaveChangesAsync(cancel);
            },
            Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Lane.RunAsync((_, cancel) => Host.Lane.RunAsync((_, _) => Task.FromResult(0), cancel), Cancel));
    }

    private static async Task<string[]> PragmasAsync(KaoheDb db, CancellationToken cancellationToken) =>
    [
        await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(cancellationToken),
        await db.Database.SqlQueryRaw<string>("SELECT CAST(synchronous AS TEXT) AS Value FROM pragma_synchronous").SingleAsync(cancellationToken),
        await db.Database.SqlQueryRaw<string>("SELECT CAST(foreign_keys AS TEXT) AS Value FROM pragma_foreign_keys").SingleAsync(cancellationToken),
    ];
}

public sealed class WriteLaneTestsOnPostgres(PostgresDatabase database) : WriteLaneTests(database), IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Should_say_conflict_when_every_run_loses()
    {
        var id = await AddUserAsync("争用");

        await Assert.ThrowsAsync<ConflictException>(() => Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                (await db.Users.SingleAsync(u => u.Id == id, cancel)).DisplayName = "mine";
                await using var rival = Host.Read();
                (await rival.Users.SingleAsync(u => u.Id == id, cancel)).ConcurrencyStamp = Guid.NewGuid().ToString();
                await rival.SaveChangesAsync(cancel);
                return 0;
            },
            Cancel));
    }
}
