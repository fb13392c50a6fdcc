namespace Kaohe.Storage.Runtime;

/// <summary>An instance with this id exists already.</summary>
public sealed class AlreadyStartedException : Exception
{
    /// <summary>Says which.</summary>
    public AlreadyStartedException(string instanceId)
        : base($"Instance {instanceId} was started already.")
    {
    }
}
