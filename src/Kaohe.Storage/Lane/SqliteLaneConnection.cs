using Kaohe.Storage.Databases;
using Kaohe.Storage.Disk;
using Kaohe.Storage.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Win32.SafeHandles;

namespace Kaohe.Storage.Lane;

/// <summary>
/// The lane's own context and connection. Its commits are written but not flushed; <see cref="FlushAsync"/> does that after the turn has been passed on,
/// so that the next mutation runs while the disk works (ADR 0030). Every other connection flushes at its commits.
/// </summary>
internal sealed class SqliteLaneConnection : IAsyncDisposable
{
    private readonly SafeFileHandle? _log;
    private readonly SharedFlush? _flush;

    private SqliteLaneConnection(KaoheDb db, SafeFileHandle? log, KaoheTelemetry telemetry)
    {
        (Db, _log) = (db, log);
        _flush = log is null ? null : new SharedFlush(() =>
        {
            DataSync.Flush(log);
            telemetry.Flushes.Add(1);
        });
    }

    /// <summary>The context; used by whoever has the turn.</summary>
    public KaoheDb Db { get; }

    /// <summary>Opens one.</summary>
    public static async Task<SqliteLaneConnection> OpenAsync(IDbContextFactory<KaoheDb> databases, KaoheTelemetry telemetry)
    {
        var db = await databases.CreateDbContextAsync();
        db.InLane = true;
        db.Database.AutoSavepointsEnabled = false;

        // Not from the pool and never back into it: nobody else may get a connection that does not flush. One that an earlier user of the context left open is not of that kind.
        await db.Database.GetDbConnection().CloseAsync();
        db.Database.SetConnectionString(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
        await db.Database.OpenConnectionAsync();
        return new SqliteLaneConnection(db, await OpenLogAsync(db), telemetry);
    }

    /// <summary>Forgets what the last mutation read, changed and wanted to signal.</summary>
    public void Forget()
    {
        Db.ChangeTracker.Clear();
        Db.AfterCommit.Take();
    }

    /// <summary>Waits until everything committed so far is on the disk.</summary>
    /// <inheritdoc cref="SharedFlush.FlushAsync" path="/param" />
    public Task FlushAsync(bool isHere) => _flush?.FlushAsync(isHere) ?? Task.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_flush is not null)
        {
            await _flush.DisposeAsync();
        }

        Db.AfterCommit.Take();
        Db.Prepared.Dispose();
        Db.InLane = false;
        await Db.Database.GetDbConnection().CloseAsync();
        await Db.DisposeAsync();
        _log?.Dispose();
    }

    // The file stays the same one as long as the connection is open. Without a file (in memory) the connection goes on flushing by itself.
    private static async Task<SafeFileHandle?> OpenLogAsync(KaoheDb db)
    {
        var path = await db.Database.SqlQueryRaw<string>("SELECT file || '-wal' AS Value FROM pragma_database_list WHERE name = 'main'").SingleAsync();
        if (!File.Exists(path))
        {
            return null;
        }

        var log = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        await db.Database.ExecuteSqlRawAsync(SqlitePragmas.FlushLater);
        return log;
    }
}
