using Kaohe.Storage.Sql;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Runtime;

/// <summary>Reads what a burst starts from.</summary>
internal static class InstanceReader
{
    /// <summary>An instance as it is stored; null when there is none.</summary>
    public static async Task<StoredInstance?> ReadAsync(KaoheDb db, string instanceId, CancellationToken cancellationToken) =>
        await HotQueries.Of(db).Instance(db, instanceId, cancellationToken) is { } stored
            ? new StoredInstance(stored.Token, stored.IsSystem, WorkflowStateSerializer.Deserialize<WorkflowState>(stored.State))
            : null;
}

/// <summary>An instance as it is stored.</summary>
internal sealed record StoredInstance(long Token, bool IsSystem, WorkflowState State);
