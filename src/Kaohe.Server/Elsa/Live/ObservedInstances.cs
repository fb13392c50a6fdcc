using System.Collections.Concurrent;

namespace Kaohe.Server.Elsa.Live;

/// <summary>Which instances somebody on this node watches.</summary>
internal sealed class ObservedInstances
{
    private const int MostPerConnection = 100;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> _byConnection = new(StringComparer.Ordinal);

    public void Add(string connectionId, string instanceId)
    {
        var watched = _byConnection.GetOrAdd(connectionId, _ => new(StringComparer.Ordinal));
        if (watched.Count < MostPerConnection)
        {
            watched[instanceId] = 0;
        }
    }

    public void Forget(string connectionId) => _byConnection.TryRemove(connectionId, out _);

    public bool Contains(string instanceId) => _byConnection.Values.Any(watched => watched.ContainsKey(instanceId));

    public IReadOnlyList<string> All() => [.. _byConnection.Values.SelectMany(watched => watched.Keys).Distinct()];
}
