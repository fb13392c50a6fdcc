namespace Kaohe.Storage.Nodes;

/// <summary>On PostgreSQL each node holds an advisory lock with its own name; the server frees it when the connection of a killed node closes.
/// A node that lost its lock takes it again: meanwhile others may have taken its leases, so work may be done twice, and committed once.</summary>
internal sealed class PostgresNodePresence(ISingletons singletons, NodeIdentity node) : INodePresence, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _keeping = Task.CompletedTask;

    public bool HasOthers => true;

    public async Task AppearAsync(CancellationToken cancellationToken)
    {
        var appeared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _keeping = singletons.RunAsync(LockName(node.Id), KeepAsync, _stop.Token);
        await appeared.Task.WaitAsync(cancellationToken);

        Task KeepAsync(CancellationToken lost)
        {
            appeared.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, lost);
        }
    }

    public async Task<bool> IsGoneAsync(string nodeId, CancellationToken cancellationToken)
    {
        if (nodeId == node.Id || await singletons.TryAcquireAsync(LockName(nodeId), cancellationToken) is not { } free)
        {
            return false;
        }

        await free.DisposeAsync();
        return true;
    }

    public async Task DisappearAsync()
    {
        await _stop.CancelAsync();
        await _keeping.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await DisappearAsync();
        _stop.Dispose();
    }

    private static string LockName(string nodeId) => $"node:{nodeId}";
}
