namespace Kaohe.Storage.Nodes;

/// <summary>Work that only one node may do at a time (reading a mailbox, sweeping). The lock ends with the node that holds it.</summary>
public interface ISingletons
{
    /// <summary>Takes the lock if it is free.</summary>
    /// <returns>The lock, to be disposed; null when another node holds it.</returns>
    Task<ISingletonLock?> TryAcquireAsync(string name, CancellationToken cancellationToken = default);
}

/// <summary>A held lock.</summary>
public interface ISingletonLock : IAsyncDisposable
{
    /// <summary>Cancelled when the lock was lost, for example because the connection to the database broke.</summary>
    CancellationToken Lost { get; }
}
