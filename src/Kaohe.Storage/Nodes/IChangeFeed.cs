namespace Kaohe.Storage.Nodes;

/// <summary>Tells live pages and the node's own services what changed, on this node at once and on the others within a fraction of a second.
/// Best effort: a notice may be lost in a crash, so nothing durable may depend on it.</summary>
public interface IChangeFeed
{
    /// <summary>Tells everyone. Call it after the commit (<see cref="KaoheDb.AfterCommit"/>).</summary>
    void Publish(ChangeNotice notice);

    /// <summary>Calls the listener for every notice until disposed; the listener must be quick and must not throw.</summary>
    IDisposable Subscribe(Action<ChangeNotice> listener);
}
