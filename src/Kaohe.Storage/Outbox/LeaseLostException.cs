namespace Kaohe.Storage.Outbox;

/// <summary>This node took too long, and another node has the effect now. What was done in the transaction is rolled back.</summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Says which effect.</summary>
    public LeaseLostException(string key)
        : base($"The lease of effect {key} is lost.")
    {
    }
}
