using Kaohe.Storage.Outbox;
using Kaohe.Workflows.Activities.Events;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.Storage.Runtime.Effects;

/// <summary>Gives a published event to whoever waits for it; each start and each resume becomes an effect of its own.</summary>
internal sealed class PublishEventHandler(StimulusDelivery stimuli) : IEffectHandler
{
    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var published = context.Effect.Payload<PublishEventEffect>();
        var request = new TriggerRequest
        {
            Hash = StimulusHash.ForEvent(published.EventName),
            CorrelationId = published.CorrelationId,
            WorkflowInstanceId = published.WorkflowInstanceId,
            Input = new Dictionary<string, object?> { [Event.PayloadKey] = published.Payload },
        };
        var targets = await StimulusDelivery.FindAsync(context.Db, request, cancellationToken);
        if (targets.IsEmpty)
        {
            await stimuli.QueueAsync(context.Db, request, context.Effect.Key, cancellationToken);
        }
        else
        {
            await stimuli.FanOutAsync(context.Db, targets, request, context.Effect.Key, cancellationToken);
        }
    }
}

/// <summary>Looks again whether somebody waits for a stimulus that came early: when a matching bookmark is made, and now and then, until it expires.</summary>
internal sealed class StimulusHandler(StimulusDelivery stimuli) : IEffectHandler
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var request = context.Effect.Payload<StimulusEffect>().ToRequest();
        var targets = await StimulusDelivery.FindAsync(context.Db, request, cancellationToken) with { Triggers = [] };
        if (!targets.IsEmpty)
        {
            await stimuli.FanOutAsync(context.Db, targets, request, context.Effect.Key, cancellationToken);
        }
        else if (context.Effect.ExpiresAt <= context.Now)
        {
            context.GiveUpReason = "在有效期内没有流程等待这个事件。";
        }
        else
        {
            var next = context.Now + LookAgain;
            context.WaitUntil = next < context.Effect.ExpiresAt ? next : context.Effect.ExpiresAt;
        }
    }
}
