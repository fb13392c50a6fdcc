using System.Threading.Channels;
using Kaohe.Storage.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kaohe.Storage.Lane;

/// <summary>
/// The write lane of SQLite: mutations queue, up to 64 commit together, each behind its own savepoint. One that fails does not
/// disturb the others; if the failure may pass, it is run again alone. A mutation that finds the lane free runs on its caller's thread, because
/// two thread switches cost as much as a small burst. Nobody is answered before the disk has what was committed; the next mutation need not wait for it.
/// </summary>
internal sealed class SqliteWriteLane : IWriteLane, IAsyncDisposable
{
    private const int GroupSize = 64;
    private const int RunsAlone = 3;
    private const string Savepoint = "mutation";

    private readonly Channel<LaneItem> _queue = Channel.CreateUnbounded<LaneItem>();
    private readonly IDbContextFactory<KaoheDb> _databases;
    private readonly SqliteWriteGate _gate;
    private readonly KaoheTelemetry _telemetry;
    private readonly Lazy<Task> _worker;
    private SqliteLaneConnection? _connection;

    public SqliteWriteLane(IDbContextFactory<KaoheDb> databases, SqliteWriteGate gate, KaoheTelemetry telemetry)
    {
        (_databases, _gate, _telemetry) = (databases, gate, telemetry);
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
        GroupOutcome outcome;
        _gate.MarkInside();
        try
        {
            outcome = await RunAloneAsync(item);
        }
        finally
        {
            _gate.Leave();
        }

        await AnswerAsync(outcome, isHere: true);
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

            if (group.Count == 1)
            {
                _ = AnswerAsync(await RunAloneAsync(group[0]), isHere: false);
            }
            else
            {
                await CommitTogetherAsync(group);
            }
        }
    }

    private async Task CommitTogetherAsync(List<LaneItem> group)
    {
        var outcome = new GroupOutcome();
        try
        {
            var connection = await OpenAsync();
            await using var transaction = await connection.Db.Database.BeginTransactionAsync();
            foreach (var item in group)
            {
                await RunBehindSavepointAsync(connection, transaction, item, outcome);
            }

            await transaction.CommitAsync();
            outcome.Connection = connection;
        }
        catch (Exception)
        {
            // Nothing of the group is in the database, so nothing that was computed on top of it counts, failures included.
            await CloseAsync();
            outcome = new GroupOutcome();
            outcome.Alone.AddRange(group);
        }

        _ = AnswerAsync(outcome, isHere: false);
        foreach (var item in outcome.Alone)
        {
            _ = AnswerAsync(await RunAloneAsync(item), isHere: false);
        }
    }

    // The answer comes when the disk has it; a disk that fails is told to everybody, for nobody knows what it kept.
    private async Task AnswerAsync(GroupOutcome outcome, bool isHere)
    {
        try
        {
            if (outcome.Connection is { } connection)
            {
                await connection.FlushAsync(isHere);
            }
        }
        catch (Exception exception)
        {
            outcome.Lose(exception);
        }

        _gate.RunOutside(outcome.Answer);
    }

    private static async Task RunBehindSavepointAsync(SqliteLaneConnection connection, IDbContextTransaction transaction, LaneItem item, GroupOutcome outcome)
    {
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            item.CancellationToken.ThrowIfCancellationRequested();
            var signals = await item.RunAsync(connection.Db);
            await transaction.ReleaseSavepointAsync(Savepoint);
            outcome.Signals.AddRange(signals);
            outcome.Done.Add(item);
        }
        catch (Exception exception)
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
            await transaction.ReleaseSavepointAsync(Savepoint);
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
            connection.Forget();
        }
    }

    private async Task<GroupOutcome> RunAloneAsync(LaneItem item)
    {
        for (var run = 1; ; run++)
        {
            var outcome = new GroupOutcome();
            try
            {
                item.CancellationToken.ThrowIfCancellationRequested();
                await CommitAloneAsync(await OpenAsync(), item, outcome);
            }
            catch (Exception exception)
            {
                // Failed on its way into or out of the transaction: the context's state is unknown.
                await CloseAsync();
                outcome = new GroupOutcome { Failed = { (item, exception) } };
            }

            if (outcome.Failed is not [var (_, failure)])
            {
                return outcome;
            }

            if (run >= RunsAlone || !Conflicts.MayPass(failure))
            {
                return failure is DbUpdateConcurrencyException
                    ? new GroupOutcome { Failed = { (item, new ConflictException("The same row was changed by somebody else.", failure)) } }
                    : outcome;
            }
        }
    }

    private static async Task CommitAloneAsync(SqliteLaneConnection connection, LaneItem item, GroupOutcome outcome)
    {
        await using var transaction = await connection.Db.Database.BeginTransactionAsync();
        try
        {
            outcome.Signals.AddRange(await item.RunAsync(connection.Db));
        }
        catch (Exception exception)
        {
            await transaction.RollbackAsync();
            connection.Forget();
            outcome.Failed.Add((item, exception));
            return;
        }

        await transaction.CommitAsync();
        connection.Forget();
        outcome.Done.Add(item);
        outcome.Connection = connection;
    }

    private async Task<SqliteLaneConnection> OpenAsync() => _connection ??= await SqliteLaneConnection.OpenAsync(_databases, _telemetry);

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
