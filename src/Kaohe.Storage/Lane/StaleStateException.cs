namespace Kaohe.Storage.Lane;

/// <summary>
/// What a mutation was computed from has changed since. Running the same mutation again cannot help; whoever computed it must start over
/// (a burst: reload and run again; an effect: the dispatcher prepares and handles it again).
/// </summary>
public sealed class StaleStateException : Exception
{
    /// <summary>Says what has changed.</summary>
    public StaleStateException(string what)
        : base($"{what} has changed meanwhile.")
    {
    }
}
