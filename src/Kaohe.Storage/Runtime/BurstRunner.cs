using Kaohe.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Runtime;

/// <summary>Runs bursts in memory, outside any transaction: a slow script must not hold up other people's writes.</summary>
internal sealed class BurstRunner(IDbContextFactory<KaoheDb> databases, DefinitionCatalog catalog, TimeProvider clock)
{
    /// <summary>Runs the first burst of a new instance.</summary>
    /// <returns>Null when the definition does not exist or is not published.</returns>
    public PreparedBurst? Start(string? definitionId, string? versionId, StartWorkflow start)
    {
        var workflow = versionId is not null ? catalog.FindVersion(versionId) : definitionId is not null ? catalog.FindPublished(definitionId) : null;
        return workflow is null
            ? null
            : new PreparedBurst(WorkflowExecutor.Run(workflow, state: null, start, clock.GetUtcNow(), catalog), Before: null, Token: 0, workflow.Definition.IsSystem);
    }

    /// <summary>Runs a further burst of an instance, as it is stored now.</summary>
    /// <returns>Null when there is no such instance.</returns>
    /// <exception cref="InvalidOperationException">Its version row is missing.</exception>
    public Task<PreparedBurst?> ContinueAsync(string instanceId, Stimulus stimulus, CancellationToken cancellationToken) =>
        ContinueAsync(instanceId, _ => stimulus, cancellationToken);

    /// <summary>Runs a further burst of an instance, with a stimulus chosen by its state.</summary>
    /// <returns>Null when there is no such instance, or nothing to do.</returns>
    /// <exception cref="InvalidOperationException">Its version row is missing.</exception>
    public async Task<PreparedBurst?> ContinueAsync(string instanceId, Func<Workflows.Execution.State.WorkflowState, Stimulus?> choose, CancellationToken cancellationToken)
    {
        StoredInstance? stored;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            stored = await InstanceReader.ReadAsync(db, instanceId, cancellationToken);
        }

        if (stored is null || choose(stored.State) is not { } stimulus)
        {
            return null;
        }

        var workflow = catalog.FindVersion(stored.State.DefinitionVersionId)
            ?? throw new InvalidOperationException($"实例 {instanceId} 所用的流程版本 {stored.State.DefinitionVersionId} 不存在。");
        return new PreparedBurst(
            WorkflowExecutor.Run(workflow, stored.State, stimulus, clock.GetUtcNow(), catalog), stored.State, stored.Token, stored.IsSystem);
    }
}
