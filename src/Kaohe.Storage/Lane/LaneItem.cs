using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Lane;

/// <summary>A mutation in the queue of the write lane.</summary>
internal abstract class LaneItem(CancellationToken cancellationToken)
{
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Runs the mutation and saves; yields the signals to give after the commit.</summary>
    public abstract Task<Action[]> RunAsync(KaoheDb db);

    /// <summary>Answers the caller with what the mutation yielded.</summary>
    public abstract void Succeed();

    /// <summary>Answers the caller with the failure.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc cref="LaneItem" />
internal sealed class LaneItem<T>(Func<KaoheDb, CancellationToken, Task<T>> mutation, CancellationToken cancellationToken) : LaneItem(cancellationToken)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public override async Task<Action[]> RunAsync(KaoheDb db)
    {
        _result = await mutation(db, CancellationToken);
        await db.SaveChangesAsync(CancellationToken);
        return db.AfterCommit.Take();
    }

    public override void Succeed() => _answer.TrySetResult(_result!);

    public override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException canceled)
        {
            _answer.TrySetCanceled(canceled.CancellationToken);
        }
        else
        {
            _answer.TrySetException(exception);
        }
    }
}
