namespace Kaohe.Storage.Lane;

/// <summary>Somebody else changed the same thing first, and trying again did not help.</summary>
public sealed class ConflictException : Exception
{
    /// <summary>Says what was in conflict.</summary>
    public ConflictException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
