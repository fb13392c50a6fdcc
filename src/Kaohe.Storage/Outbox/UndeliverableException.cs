namespace Kaohe.Storage.Outbox;

/// <summary>An effect that no further attempt can deliver: it becomes a dead letter at once.</summary>
public sealed class UndeliverableException : Exception
{
    /// <summary>Says why, in Chinese, for the operator.</summary>
    public UndeliverableException(string reason, Exception? inner = null)
        : base(reason, inner)
    {
    }
}
