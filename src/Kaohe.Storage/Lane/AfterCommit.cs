namespace Kaohe.Storage.Lane;

/// <summary>Signals to give once a transaction has committed: wake the outbox, tell live pages. Nothing durable belongs here.</summary>
public sealed class AfterCommit
{
    private readonly List<Action> _actions = [];

    /// <summary>Adds a signal; it must be quick and must not throw.</summary>
    public void Do(Action action) => _actions.Add(action);

    /// <summary>Takes all signals out, to be given by whoever committed.</summary>
    internal Action[] Take()
    {
        Action[] taken = [.. _actions];
        _actions.Clear();
        return taken;
    }
}
