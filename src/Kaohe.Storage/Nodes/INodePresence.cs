namespace Kaohe.Storage.Nodes;

/// <summary>Shows the others that this node lives, and tells whether another one does.</summary>
internal interface INodePresence
{
    /// <summary>Whether there may be other nodes, which may vanish while this one works.</summary>
    bool HasOthers { get; }

    /// <summary>Appears; from now on leases may be taken.</summary>
    Task AppearAsync(CancellationToken cancellationToken);

    /// <summary>Whether the node with that id is certainly gone.</summary>
    Task<bool> IsGoneAsync(string nodeId, CancellationToken cancellationToken);

    /// <summary>Disappears.</summary>
    Task DisappearAsync();
}
