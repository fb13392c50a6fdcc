using System.Collections.Concurrent;

namespace Kaohe.Storage.Nodes;

/// <summary>The feed inside one process; all there is on SQLite.</summary>
internal class LocalChangeFeed : IChangeFeed
{
    private readonly ConcurrentDictionary<Subscription, Action<ChangeNotice>> _listeners = [];

    public virtual void Publish(ChangeNotice notice) => Tell(notice);

    public IDisposable Subscribe(Action<ChangeNotice> listener)
    {
        var subscription = new Subscription(this);
        _listeners[subscription] = listener;
        return subscription;
    }

    protected void Tell(ChangeNotice notice)
    {
        foreach (var (_, listener) in _listeners)
        {
            listener(notice);
        }
    }

    private sealed class Subscription(LocalChangeFeed feed) : IDisposable
    {
        public void Dispose() => feed._listeners.TryRemove(this, out _);
    }
}
