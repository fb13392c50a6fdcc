namespace Kaohe.Storage.Instances;

/// <summary>How often a node ran in an instance.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ActivityNodeId">Its path.</param>
/// <param name="Started">Executions.</param>
/// <param name="Completed">Executions that ended.</param>
/// <param name="IsBlocked">Whether one waits for a bookmark.</param>
/// <param name="IsFaulted">Whether one faulted, or something below it did.</param>
public sealed record ActivityStats(string ActivityId, string ActivityNodeId, int Started, int Completed, bool IsBlocked, bool IsFaulted)
{
    /// <summary>Executions that did not end.</summary>
    public int Uncompleted => Started - Completed;
}
