using Kaohe.Storage.Outbox;
using Kaohe.Storage.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Runtime.Effects;

/// <summary>An effect that is a burst: computed outside, committed in the transaction that settles the effect. A conflict makes the dispatcher begin again.</summary>
internal abstract class BurstEffectHandler(BurstWriter writer, KaoheTelemetry telemetry) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken) => await ComputeAsync(effect, cancellationToken);

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        if (context.Prepared is not PreparedBurst { Ran: true } burst
            || (burst.Before is null && await context.Db.WorkflowInstances.AnyAsync(i => i.Id == burst.Result.State.Id, cancellationToken))
            || !await MayAsync(context, cancellationToken))
        {
            return; // done already by somebody who was faster, or not allowed
        }

        await writer.WriteAsync(context.Db, burst, cancellationToken);
        await AlsoAsync(context, cancellationToken);
        telemetry.Bursts.Add(1, new("stimulus", context.Effect.Kind), new("outcome", nameof(RunOutcome.Ran)));
    }

    /// <summary>Computes the burst; null when there is nothing to do.</summary>
    protected abstract Task<PreparedBurst?> ComputeAsync(EffectEnvelope effect, CancellationToken cancellationToken);

    /// <summary>Whether the burst may be committed now.</summary>
    protected virtual Task<bool> MayAsync(EffectContext context, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>What else belongs into the transaction.</summary>
    protected virtual Task AlsoAsync(EffectContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
