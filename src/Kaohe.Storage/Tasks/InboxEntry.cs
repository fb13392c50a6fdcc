namespace Kaohe.Storage.Tasks;

/// <summary>A task in a box, with its place in that box.</summary>
internal sealed class InboxEntry
{
    /// <summary>The task.</summary>
    public required TaskRow Task { get; init; }

    /// <summary>Its <see cref="InboxOrder"/>, read from the index that the box is read along.</summary>
    public long Order { get; init; }
}
