using System.Globalization;
using Kaohe.Storage.Databases;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Timers;

/// <summary>Starts the instance that a due trigger asks for and sets the trigger's next time, in one transaction. Times that passed while no node ran count as one.</summary>
internal sealed class TriggerFiring(BurstRunner runner, BurstWriter writer, DefinitionCatalog catalog, IWriteLane lane, TimerWake timers, TimeProvider clock)
{
    /// <summary>Fires a trigger that this node has taken.</summary>
    /// <returns>Whether an instance was started.</returns>
    public async Task<bool> FireAsync(TriggerRow trigger, CancellationToken cancellationToken)
    {
        var workflow = catalog.FindVersion(trigger.DefinitionVersionId)
            ?? throw new InvalidOperationException($"触发器 {trigger.Id} 的流程版本不存在。");
        var now = clock.GetUtcNow();
        var again = TriggerIndexer.Index(workflow, now).FirstOrDefault(t => t.ActivityId == trigger.ActivityId)?.DueAt;
        var next = again > now ? again : null;

        // The due time is part of the id: should the same time ever come twice, it is the same instance.
        var instanceId = string.Create(CultureInfo.InvariantCulture, $"{trigger.Id}-{UnixMicrosecondsConverter.ToMicroseconds(trigger.DueAt!.Value)}");
        var burst = runner.Start(definitionId: null, trigger.DefinitionVersionId, new StartWorkflow { InstanceId = instanceId, TriggerActivityId = trigger.ActivityId })!;
        try
        {
            return await lane.RunAsync((db, cancel) => CommitAsync(db, trigger, next, burst, cancel), cancellationToken);
        }
        catch (StaleStateException)
        {
            return false; // retracted, published anew, or fired by somebody else
        }
    }

    private async Task<bool> CommitAsync(KaoheDb db, TriggerRow trigger, DateTimeOffset? next, PreparedBurst burst, CancellationToken cancellationToken)
    {
        var moved = await db.Triggers.Where(t => t.Id == trigger.Id && t.DueAt == trigger.DueAt).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.DueAt, next).SetProperty(t => t.WakeAt, next).SetProperty(t => t.LeaseOwner, (string?)null), cancellationToken);
        if (moved == 0)
        {
            throw new StaleStateException($"Trigger {trigger.Id}");
        }

        if (next is { } due)
        {
            db.AfterCommit.Do(() => timers.NoteDue(due));
        }

        if (!await ActivationRule.AllowsAsync(db, catalog.FindVersion(trigger.DefinitionVersionId)!.Definition, correlationId: null, cancellationToken))
        {
            return false;
        }

        await writer.WriteAsync(db, burst, cancellationToken);
        return true;
    }
}
