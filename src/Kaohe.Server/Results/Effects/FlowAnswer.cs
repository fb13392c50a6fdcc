using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;

namespace Kaohe.Server.Results.Effects;

/// <summary>Answers the activity that asked for an effect: its bookmark is resumed after the commit.</summary>
internal static class FlowAnswer
{
    /// <summary>Puts the answer into the outbox, in the transaction that settles the effect.</summary>
    public static async Task AnswerAsync(
        this OutboxWriter outbox, EffectContext context, string bookmarkId, IReadOnlyDictionary<string, object?> input, CancellationToken cancellationToken)
    {
        if (context.Effect.WorkflowInstanceId is not { } instanceId)
        {
            return; // asked for by no flow, so nobody waits
        }

        await outbox.EnqueueAsync(
            context.Db,
            new OutboxRequest
            {
                Key = $"{context.Effect.Key}-answer",
                Kind = RuntimeEffectKinds.Resume,
                WorkflowInstanceId = instanceId,
                Payload = new ResumeEffect(instanceId, bookmarkId, input),
            },
            cancellationToken);
    }
}
