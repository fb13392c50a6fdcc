using System.Collections.Concurrent;

namespace Kaohe.Storage.Nodes;

/// <summary>Singletons on SQLite: the one process is the only node (<see cref="SqliteNodePresence"/> sees to that).</summary>
internal sealed class LocalSingletons : ISingletons
{
    private readonly ConcurrentDictionary<string, bool> _held = [];

    public Task<ISingletonLock?> TryAcquireAsync(string name, CancellationToken cancellationToken = default) =>
        Task.FromResult<ISingletonLock?>(_held.TryAdd(name, true) ? new Held(this, name) : null);

    private sealed class Held(LocalSingletons owner, string name) : ISingletonLock
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            owner._held.TryRemove(name, out _);
            return ValueTask.CompletedTask;
        }
    }
}
