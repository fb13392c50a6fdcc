using System.Globalization;

namespace Kaohe.Storage.Nodes;

/// <summary>This process, told apart from every other one and from its own predecessors.</summary>
public sealed class NodeIdentity
{
    /// <summary>Machine, process and a random part.</summary>
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}");
}
