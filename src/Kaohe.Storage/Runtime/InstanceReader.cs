using System.Runtime.CompilerServices;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kaohe.Storage.Runtime;

/// <summary>Reads what a burst starts from.</summary>
internal static class InstanceReader
{
    // A compiled query belongs to one model, and each provider has its own.
    private static readonly ConditionalWeakTable<IModel, Func<KaoheDb, string, CancellationToken, Task<Stored?>>> Queries = [];

    /// <summary>An instance as it is stored; null when there is none.</summary>
    public static async Task<StoredInstance?> ReadAsync(KaoheDb db, string instanceId, CancellationToken cancellationToken) =>
        await Queries.GetValue(db.Model, _ => Compile())(db, instanceId, cancellationToken) is { } stored
            ? new StoredInstance(stored.Token, stored.IsSystem, WorkflowStateSerializer.Deserialize<WorkflowState>(stored.State))
            : null;

    private static Func<KaoheDb, string, CancellationToken, Task<Stored?>> Compile() => EF.CompileAsyncQuery(
        (KaoheDb db, string id, CancellationToken _) =>
            db.WorkflowInstances.Where(i => i.Id == id).Select(i => new Stored(i.Token, i.IsSystem, i.State)).FirstOrDefault());

    private sealed record Stored(long Token, bool IsSystem, byte[] State);
}

/// <summary>An instance as it is stored.</summary>
internal sealed record StoredInstance(long Token, bool IsSystem, WorkflowState State);
