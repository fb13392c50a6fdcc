using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kaohe.Storage.Lane;

/// <summary>
/// The write lane of SQLite: mutations queue, up to 64 commit together with one fsync, each behind its own savepoint. One that fails does not
/// disturb the others; if the failure may pass, it is run again alone.
/// </summary>
internal sealed class SqliteWriteLane : IWriteLane, IAsyncDisposable
{
    private const int GroupSize = 64;
    private const string Savepoint = "mutation";

    private readonly Channel<LaneItem> _queue = Channel.CreateUnbounded<LaneItem>(new() { SingleReader = true });
    private readonly IDbContextFactory<KaoheDb> _databases;
    private readonly SqliteWriteGate _gate;
    private readonly Lazy<Task> _worker;
    private KaoheDb? _db;

    public SqliteWriteLane(IDbContextFactory<KaoheDb> databases, SqliteWriteGate gate)
    {
        _databases = databases;
        _gate = gate;
        _worker = new(Start);
    }

    public Task<T> RunAsync<T>(Func<KaoheDb, CancellationToken, Task<T>> mutation, CancellationToken cancellationToken = default)
    {
        if (_gate.IsInside)
        {
            throw new InvalidOperationException("A mutation of the write lane queued another one and would wait for itself. Call the inner work with the context at hand.");
        }

        var item = new LaneItem<T>(mutation, cancellationToken);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(item), this);
        _ = _worker.Value;
        return item.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_worker.IsValueCreated)
        {
            await _worker.Value;
        }

        await CloseAsync();
    }

    // The lane outlives its first caller, so it must not inherit that caller's trace and other ambient values.
    private Task Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(WorkAsync);
        }
    }

    private async Task WorkAsync()
    {
        _gate.MarkInside();
        var group = new List<LaneItem>(GroupSize);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < GroupSize && _queue.Reader.TryRead(out var item))
            {
                group.Add(item);
            }

            await _gate.EnterAsync();
            try
            {
                await CommitTogetherAsync(group);
            }
            finally
            {
                _gate.Leave();
                group.Clear();
            }
        }
    }

    private async Task CommitTogetherAsync(List<LaneItem> group)
    {
        var done = new List<LaneItem>(group.Count);
        var alone = new List<LaneItem>();
        var failed = new List<(LaneItem Item, Exception Exception)>();
        var signals = new List<Action>();
        try
        {
            var db = await OpenAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var item in group)
            {
                await RunBehindSavepointAsync(db, transaction, item);
            }

            await transaction.CommitAsync();
        }
        catch (Exception)
        {
            // Nothing of the group is in the database, so nothing that was computed on top of it counts, failures included.
            await CloseAsync();
            done.Clear();
            failed.Clear();
            signals.Clear();
            alone = [.. group];
        }

        Answer(done, signals, failed);
        foreach (var item in alone)
        {
            await RunAloneAsync(item);
        }

        async Task RunBehindSavepointAsync(KaoheDb db, IDbContextTransaction transaction, LaneItem item)
        {
            await transaction.CreateSavepointAsync(Savepoint);
            try
            {
                item.CancellationToken.ThrowIfCancellationRequested();
                var given = await item.RunAsync(db);
                await transaction.ReleaseSavepointAsync(Savepoint);
                signals.AddRange(given);
                done.Add(item);
            }
            catch (Exception exception)
            {
                await transaction.RollbackToSavepointAsync(Savepoint);
                await transaction.ReleaseSavepointAsync(Savepoint);
                db.AfterCommit.Take();
                if (Conflicts.MayPass(exception))
                {
                    alone.Add(item);
                }
                else
                {
                    failed.Add((item, exception));
                }
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task RunAloneAsync(LaneItem item)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                item.CancellationToken.ThrowIfCancellationRequested();
                var db = await OpenAsync();
                await using var transaction = await db.Database.BeginTransactionAsync();
                var signals = await item.RunAsync(db);
                await transaction.CommitAsync();
                db.ChangeTracker.Clear();
                Answer([item], signals, []);
                return;
            }
            catch (Exception exception)
            {
                await CloseAsync();
                if (run < 3 && Conflicts.MayPass(exception))
                {
                    continue;
                }

                item.Fail(exception is DbUpdateConcurrencyException ? new ConflictException("The same row was changed by somebody else.", exception) : exception);
                return;
            }
        }
    }

    private static void Answer(List<LaneItem> done, IEnumerable<Action> signals, List<(LaneItem Item, Exception Exception)> failed)
    {
        foreach (var signal in signals)
        {
            signal();
        }

        done.ForEach(item => item.Succeed());
        failed.ForEach(f => f.Item.Fail(f.Exception));
    }

    private async Task<KaoheDb> OpenAsync()
    {
        if (_db is null)
        {
            _db = await _databases.CreateDbContextAsync();
            _db.InLane = true;
            _db.Database.AutoSavepointsEnabled = false;
            await _db.Database.OpenConnectionAsync();
        }

        return _db;
    }

    // After a failure outside a savepoint the connection's state is unknown; a new one costs little.
    private async Task CloseAsync()
    {
        if (_db is { } db)
        {
            _db = null;
            db.AfterCommit.Take();
            db.Prepared.Dispose();
            db.InLane = false;
            await db.DisposeAsync();
        }
    }
}
