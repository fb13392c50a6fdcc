using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Kaohe.Storage.Databases;

/// <summary>Brings each SQLite connection into WAL mode with full durability, once for each native handle (pooled handles come back as they were).</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>For a connection whose commits somebody else flushes; the log is still flushed before it goes into the database.</summary>
    public const string FlushLater = "PRAGMA synchronous = NORMAL";

    private const string Pragmas = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 10000;
        PRAGMA foreign_keys = ON;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        """;

    private readonly ConditionalWeakTable<object, object> _done = [];

    // SQLite counts the memory of the whole process behind one lock, at every allocation, for a figure that nobody reads here. It can be told so only before the first connection;
    // where another part of the process was earlier, it refuses and goes on counting.
    static SqlitePragmas()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (!_done.TryGetValue(handle, out _))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            _done.TryAdd(handle, handle);
        }
    }

    // SQLite has no asynchronous calls.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
