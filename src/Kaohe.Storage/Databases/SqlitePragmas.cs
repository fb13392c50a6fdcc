using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
