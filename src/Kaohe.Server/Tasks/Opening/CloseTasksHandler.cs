using Kaohe.Activities.Effects;
using Kaohe.Office.People;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>Cancels what an activity opened and nobody waits for any more.</summary>
/// <param name="desks">People and calendar.</param>
/// <param name="sweep">Sends the command to each task.</param>
internal sealed class CloseTasksHandler(TaskDesks desks, TaskSweep sweep) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken) => await desks.OpenAsync(cancellationToken);

    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var asked = context.Effect.Payload<CloseTasks>();
        return sweep.SendAsync(
            context,
            new TaskSweepScope(asked.InstanceId, asked.ActivityInstanceId, asked.Item, asked.Keys),
            _ => new CancelTask { OperationId = context.Effect.Key, Actor = Actor.System, At = context.Now, Reason = asked.Reason },
            cancellationToken);
    }
}
