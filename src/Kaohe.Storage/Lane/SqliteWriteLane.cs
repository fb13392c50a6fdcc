using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kaohe.Storage.Lane;

/// <summary>
/// The write lane of SQLite: mutations queue, up to 64 commit together with one fsync, each behind its own savepoint. One that fails does not
/// disturb the others; if the failure may pass, it is run again alone. A mutation that finds the lane free runs on its caller's thread, because
/// two thread switches cost as much as a small burst.
/// </summary>
internal sealed class SqliteWriteLane : IWriteLane, IAsyncDisposable
{
    private const int GroupSize = 64;
    private const int RunsAlone = 3;
    private const string Savepoint = "mutation";

    private readonly Channel<LaneItem> _queue = Channel.CreateUnbounded<LaneItem>();
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
        if (_queue.Reader.Count == 0 && !_queue.Reader.Completion.IsCompleted && _gate.TryEnter())
        {
            return RunHereAsync(item);
        }

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

        using (await _gate.EnterAsync())
        {
            await CloseAsync();
        }
    }

    // The lane outlives its first caller, so it must not inherit that caller's trace and other ambient values.
    private Task Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(WorkAsync);
        }
    }

    private async Task<T> RunHereAsync<T>(LaneItem<T> item)
    {
        _gate.MarkInside();
        try
        {
            await RunAloneAsync(item);
        }
        finally
        {
            _gate.Leave();
        }

        return await item.Answer;
    }

    private async Task WorkAsync()
    {
        _gate.MarkInside();
        var group = new List<LaneItem>(GroupSize);
        while (await _queue.Reader.WaitToReadAsync())
        {
            using var turn = await _gate.EnterAsync();
            group.Clear();
            while (group.Count < GroupSize && _queue.Reader.TryRead(out var item))
            {
                group.Add(item);
            }

            await (group.Count == 1 ? RunAloneAsync(group[0]) : CommitTogetherAsync(group));
        }
    }

    private async Task CommitTogetherAsync(List<LaneItem> group)
    {
        var outcome = new GroupOutcome();
        try
        {
            var db = await OpenAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var item in group)
            {
                await RunBehindSavepointAsync(db, transaction, item, outcome);
            }

            await transaction.CommitAsync();
        }
        catch (Exception)
        {
            // Nothing of the group is in the database, so nothing that was computed on top of it counts, failures included.
            await CloseAsync();
            outcome = new GroupOutcome();
            outcome.Alone.AddRange(group);
        }

        _gate.RunOutside(outcome.Answer);
        foreach (var item in outcome.Alone)
        {
            await RunAloneAsync(item);
        }
    }

    private static async Task RunBehindSavepointAsync(KaoheDb db, IDbContextTransaction transaction, LaneItem item, GroupOutcome outcome)
    {
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            item.CancellationToken.ThrowIfCancellationRequested();
            var signals = await item.RunAsync(db);
            await transaction.ReleaseSavepointAsync(Savepoint);
            outcome.Signals.AddRange(signals);
            outcome.Done.Add(item);
        }
        catch (Exception exception)
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
            await transaction.ReleaseSavepointAsync(Savepoint);
            db.AfterCommit.Take();
            if (Conflicts.MayPass(exception))
            {
                outcome.Alone.Add(item);
            }
            else
            {
                outcome.Failed.Add((item, exception));
            }
        }
        finally
        {
            db.ChangeTracker.Clear();
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
                var outcome = new GroupOutcome { Done = { item } };
                outcome.Signals.AddRange(await item.RunAsync(db));
                await transaction.CommitAsync();
                db.ChangeTracker.Clear();
                _gate.RunOutside(outcome.Answer);
                return;
            }
            catch (Exception exception)
            {
                await CloseAsync();
                if (run < RunsAlone && Conflicts.MayPass(exception))
                {
                    continue;
                }

                item.Fail(exception is DbUpdateConcurrencyException ? new ConflictException("The same row was changed by somebody else.", exception) : exception);
                return;
            }
        }
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

    // After a failure outside a savepoint the context's state is unknown; a new one costs little.
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
