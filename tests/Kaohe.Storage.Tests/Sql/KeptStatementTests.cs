using System.Data;
using System.Globalization;
using Kaohe.Storage.Tests.Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Kaohe.Storage.Tests.Sql;

/// <summary>On SQLite a context keeps its connection, and a connection the statements that it has prepared.</summary>
public sealed class KeptStatementTests(SqliteDatabase database) : StorageTests(database), IClassFixture<SqliteDatabase>
{
    private const int Runs = 6; // SQLITE_STMTSTATUS_RUN
    private const string Insert = "INSERT INTO kept_test VALUES ({0})";

    [Fact]
    public async Task Should_run_a_statement_again_that_an_earlier_user_of_the_context_has_prepared()
    {
        var connection = await WatchedAsync();
        for (var lease = 0; lease < 3; lease++)
        {
            await using var db = Again(connection);
            Assert.Equal(ConnectionState.Open, connection.State);
            Assert.False(await Query(db, $"user-{lease}").AnyAsync(Cancel));
        }

        Assert.Equal([3], RunsOf(connection, "EXISTS").ToArray());
    }

    [Fact]
    public async Task Should_use_the_values_of_this_run_in_a_statement_of_an_earlier_one()
    {
        await using var db = await WithTableAsync();

        foreach (var value in new[] { 1, 2, 3 })
        {
            await db.Database.ExecuteSqlRawAsync(Insert, [value], Cancel);
        }

        Assert.Equal([1, 2, 3], await ValuesAsync(db));
    }

    [Fact]
    public async Task Should_go_on_after_a_statement_has_failed()
    {
        await using var db = await WithTableAsync();
        await db.Database.ExecuteSqlRawAsync(Insert, [1], Cancel);

        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(Insert, [1], Cancel));
        await db.Database.ExecuteSqlRawAsync(Insert, [2], Cancel);

        Assert.Equal([1, 2], await ValuesAsync(db));
    }

    [Fact]
    public async Task Should_read_the_same_twice_at_once()
    {
        await using var db = await WithTableAsync();
        await db.Database.ExecuteSqlRawAsync(Insert, [1], Cancel);
        await db.Database.ExecuteSqlRawAsync(Insert, [2], Cancel);

        List<int> seen = [];
        await foreach (var value in Values(db).AsAsyncEnumerable().WithCancellation(Cancel))
        {
            seen.Add(value);
            seen.AddRange(await ValuesAsync(db));
        }

        Assert.Equal([1, 1, 2, 2, 1, 2], seen);
    }

    [Fact]
    public async Task Should_keep_no_more_statements_than_fit()
    {
        var connection = await WatchedAsync();
        await using var db = Again(connection);
        for (var number = 0; number < 300; number++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"SELECT {number} AS Value");
            await db.Database.SqlQueryRaw<int>(text).SingleAsync(Cancel);
        }

        Assert.InRange(RunsOf(connection, "SELECT").Count(), 100, 128);
    }

    [Fact]
    public async Task Should_give_nobody_a_connection_of_the_lane_that_does_not_flush()
    {
        await Host.Lane.RunAsync((_, _) => Task.FromResult(true), Cancel);
        await Assert.IsType<IAsyncDisposable>(Host.Lane, exactMatch: false).DisposeAsync();

        List<KaoheDb> all = [.. Enumerable.Range(0, 5).Select(_ => Host.Read())];
        foreach (var db in all)
        {
            await db.Database.OpenConnectionAsync(Cancel);
            Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Cancel));
            await db.DisposeAsync();
        }
    }

    private static IQueryable<string> Query(KaoheDb db, string name) => db.Users.Where(user => user.UserName == name).Select(user => user.Id);

    private static IQueryable<int> Values(KaoheDb db) => db.Database.SqlQueryRaw<int>("SELECT value AS Value FROM kept_test ORDER BY value");

    private static Task<List<int>> ValuesAsync(KaoheDb db) => Values(db).ToListAsync(Cancel);

    private static IEnumerable<int> RunsOf(SqliteConnection connection, string part)
    {
        for (var statement = raw.sqlite3_next_stmt(connection.Handle, null); statement is { IsInvalid: false }; statement = raw.sqlite3_next_stmt(connection.Handle, statement))
        {
            if (raw.sqlite3_sql(statement).utf8_to_string().Contains(part, StringComparison.Ordinal))
            {
                yield return raw.sqlite3_stmt_status(statement, Runs, 0);
            }
        }
    }

    // SQLitePCLRaw lists the statements only of a connection that it was told to watch before the first of them.
    private async Task<SqliteConnection> WatchedAsync()
    {
        await using var db = Host.Read();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.CloseAsync();
        await db.Database.OpenConnectionAsync(Cancel);
        connection.Handle!.enable_sqlite3_next_stmt(true);
        return connection;
    }

    // Contexts are handed out in turn.
    private KaoheDb Again(SqliteConnection connection)
    {
        while (true)
        {
            var db = Host.Read();
            if (db.Database.GetDbConnection() == connection)
            {
                return db;
            }

            db.Dispose();
        }
    }

    private async Task<KaoheDb> WithTableAsync()
    {
        var db = Host.Read();
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS kept_test", Cancel);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE kept_test (value INTEGER PRIMARY KEY)", Cancel);
        return db;
    }
}
