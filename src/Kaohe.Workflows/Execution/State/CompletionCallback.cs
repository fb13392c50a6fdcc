namespace Kaohe.Workflows.Execution.State;

/// <summary>Says that an owner wants to know when a child completes. Keyed by owner and child node, as in Elsa.</summary>
/// <param name="OwnerInstanceId">The owner's execution id.</param>
/// <param name="ChildNodeId">The child's path.</param>
/// <param name="Tag">What the owner said when scheduling.</param>
public sealed record CompletionCallback(string OwnerInstanceId, string ChildNodeId, string? Tag);
