using System.Diagnostics;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Outbox;

/// <summary>Delivers one effect that this node has taken: the handler's outside work, then its inside work and the mark in one transaction.</summary>
internal sealed class OutboxDelivery(
    IWriteLane lane, OutboxClaims claims, IServiceScopeFactory scopes, TimeProvider clock, IOptions<OutboxOptions> options,
    KaoheTelemetry telemetry, ILogger<OutboxDelivery> logger)
{
    /// <summary>Delivers, or notes why not. Throws only when cancelled or when the database is away.</summary>
    /// <returns>Whether it was put back, to be looked at again.</returns>
    public async Task<bool> DeliverAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        using var activity = KaoheTelemetry.Source.StartActivity($"effect {row.Kind}", ActivityKind.Consumer);
        activity?.SetTag("kaohe.instance", row.WorkflowInstanceId);
        try
        {
            if (row.Attempts > options.Value.MaxAttempts)
            {
                throw new UndeliverableException($"处理了 {row.Attempts - 1} 次都没有完成（进程中途退出）。");
            }

            var isPutBack = await TryAsync(row, cancellationToken);
            telemetry.Delivered.Add(1, new KeyValuePair<string, object?>("kind", row.Kind));
            return isPutBack;
        }
        catch (LeaseLostException)
        {
            logger.LogWarning("Effect {Key} of kind {Kind} was taken over by another node.", row.Key, row.Kind);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a handler throws is its attempt's failure, never the dispatcher's.
            activity?.SetStatus(ActivityStatusCode.Error);
            telemetry.Failed.Add(1, new KeyValuePair<string, object?>("kind", row.Kind));
            var dead = await claims.NoteFailureAsync(row, Reason(exception), final: exception is UndeliverableException, cancellationToken);
            logger.Log(dead ? LogLevel.Error : LogLevel.Warning, exception, "Attempt {Attempt} to deliver effect {Key} of kind {Kind} failed.", row.Attempts, row.Key, row.Kind);
        }

        return false;
    }

    private string Reason(Exception exception) =>
        exception is OperationCanceledException ? $"超过 {options.Value.AttemptTimeout.TotalSeconds:0} 秒没有完成。" : exception.Message;

    private async Task<bool> TryAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                return await TryOnceAsync(row, cancellationToken);
            }
            catch (StaleStateException) when (run < Conflicts.MaxRuns)
            {
                await Task.Delay(Conflicts.Pause(run), cancellationToken);
            }
        }
    }

    private async Task<bool> TryOnceAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetKeyedService<IEffectHandler>(row.Kind)
            ?? throw new InvalidOperationException($"没有处理“{row.Kind}”的程序。");
        var effect = new EffectEnvelope
        {
            Key = row.Key,
            Kind = row.Kind,
            WorkflowInstanceId = row.WorkflowInstanceId,
            ActivityInstanceId = row.ActivityInstanceId,
            PayloadJson = row.Payload,
            Attempt = row.Attempts,
            CreatedAt = row.CreatedAt,
            ExpiresAt = row.ExpiresAt,
        };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.AttemptTimeout);
        var prepared = await handler.PrepareAsync(effect, timeout.Token).WaitAsync(timeout.Token);
        return await lane.RunAsync(
            async (db, cancel) =>
            {
                var context = new EffectContext(db, effect, prepared, clock.GetUtcNow());
                await handler.HandleAsync(context, cancel);
                await SettleAsync(row, context, cancel);
                return context.WaitUntil is not null;
            },
            timeout.Token);
    }

    private Task SettleAsync(OutboxRow row, EffectContext context, CancellationToken cancellationToken) => context switch
    {
        { GiveUpReason: { } reason } => OutboxClaims.BuryAsync(context.Db, row, reason, context.Now, cancellationToken),
        { WaitUntil: { } until } => OutboxClaims.PutBackAsync(context.Db, row, until, cancellationToken),
        _ => claims.MarkDeliveredAsync(context.Db, row, cancellationToken),
    };
}
