using Kaohe.Storage.Databases;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Runtime;

/// <summary>Elsa's activation strategies, decided inside the transaction that starts the instance, so that two starts at once cannot both pass.</summary>
internal static class ActivationRule
{
    /// <summary>Whether another instance may start now.</summary>
    public static async Task<bool> AllowsAsync(KaoheDb db, WorkflowDefinition definition, string? correlationId, CancellationToken cancellationToken)
    {
        var strategy = definition.Options.ActivationStrategyType ?? string.Empty;
        var correlated = strategy.Contains("Correlat", StringComparison.Ordinal);
        var singleton = strategy.Contains("Singleton", StringComparison.Ordinal);
        if (!correlated && !singleton)
        {
            return true;
        }

        await Turn.TakeAsync(db, $"activation:{(singleton ? definition.DefinitionId : string.Empty)}:{(correlated ? correlationId : string.Empty)}", cancellationToken);
        var running = db.WorkflowInstances.Where(i => i.Status == WorkflowStatus.Running);
        running = singleton ? running.Where(i => i.DefinitionId == definition.DefinitionId) : running;
        running = correlated ? running.Where(i => i.CorrelationId == correlationId) : running;
        return !await running.AnyAsync(cancellationToken);
    }
}
