namespace Kaohe.Storage.Tasks;

/// <summary>A task's place in a box, read from an index alone.</summary>
internal sealed class InboxKey
{
    /// <summary>The task.</summary>
    public required string Id { get; init; }

    /// <summary>Its <see cref="InboxOrder"/>.</summary>
    public long Order { get; init; }
}
