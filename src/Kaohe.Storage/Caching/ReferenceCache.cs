using Kaohe.Storage.Nodes;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace Kaohe.Storage.Caching;

/// <summary>
/// Keeps what was made of <see cref="IReferenceRow"/>s until one of them changes: on this node with the commit, on the others with the notice that follows
/// within a fraction of a second. Only for reading outside of a transaction; what decides inside one reads its own context.
/// </summary>
public sealed class ReferenceCache : IDisposable
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions());
    private readonly IDisposable _subscription;
    private CancellationTokenSource _valid = new();

    /// <summary>Makes an empty cache that follows the feed.</summary>
    /// <param name="feed">Tells of changes.</param>
    public ReferenceCache(IChangeFeed feed) => _subscription = feed.Subscribe(notice =>
    {
        if (notice.Topic is ChangeTopics.Reference or ChangeTopics.Missed)
        {
            Drop();
        }
    });

    /// <summary>What is kept under the key; read first when nothing is.</summary>
    /// <typeparam name="T">An immutable type: everybody gets the same object.</typeparam>
    /// <param name="key">Tells values apart; the type is part of it.</param>
    /// <param name="read">Reads from the database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<T> GetAsync<T>(object key, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (_kept.TryGetValue((typeof(T), key), out T? known))
        {
            return known!;
        }

        // Taken before the read: a change in between makes the entry worthless from its beginning.
        var valid = new CancellationChangeToken(Volatile.Read(ref _valid).Token);
        return _kept.Set((typeof(T), key), await read(cancellationToken), valid);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription.Dispose();
        _kept.Dispose();
        _valid.Dispose();
    }

    // The old source is not disposed: a reader may be about to take its token.
    private void Drop() => Interlocked.Exchange(ref _valid, new CancellationTokenSource()).Cancel();
}
