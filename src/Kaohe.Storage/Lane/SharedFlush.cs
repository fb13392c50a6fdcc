namespace Kaohe.Storage.Lane;

/// <summary>
/// Brings what was written so far onto the disk. While one flush runs, all who ask share the next one, for a flush only counts for what was written
/// before it began.
/// </summary>
/// <param name="flush">Flushes; blocks until the disk has it.</param>
public sealed class SharedFlush(Action flush) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _next;
    private Task? _last;
    private bool _isRunning;

    /// <summary>Waits for a flush that begins after this call.</summary>
    /// <param name="isHere">Whether the caller's own thread may do it: two thread switches cost as much as a flush.</param>
    public Task FlushAsync(bool isHere)
    {
        lock (_lock)
        {
            if (_last is not null)
            {
                return _last;
            }

            if (_isRunning || !isHere)
            {
                return Join();
            }

            _isRunning = true;
        }

        var done = new TaskCompletionSource();
        Run(done);
        return done.Task;
    }

    /// <summary>Flushes once more; who asks afterwards shares that one. That the disk failed is told to those who asked, not here.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _last ??= Join();
        }

        await _last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task Join()
    {
        _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var joined = _next.Task;
        if (!_isRunning)
        {
            _isRunning = true;
            StartNext();
        }

        return joined;
    }

    private void StartNext()
    {
        var next = _next!;
        _next = null;
        ThreadPool.UnsafeQueueUserWorkItem(Run, next, preferLocal: false);
    }

    private void Run(TaskCompletionSource done)
    {
        Exception? failure = null;
        try
        {
            flush();
        }
        catch (Exception exception)
        {
            // Whoever waits hears of it; nobody knows whether the disk has it.
            failure = exception;
        }

        lock (_lock)
        {
            if (_next is null)
            {
                _isRunning = false;
            }
            else
            {
                StartNext();
            }
        }

        if (failure is null)
        {
            done.SetResult();
        }
        else
        {
            done.SetException(failure);
        }
    }
}
