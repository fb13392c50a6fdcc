using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>Gives the open tasks of an activity another last day.</summary>
/// <param name="desks">People and calendar.</param>
/// <param name="sweep">Sends the command to each task.</param>
internal sealed class ChangeDeadlineHandler(TaskDesks desks, TaskSweep sweep) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken) => await desks.OpenAsync(cancellationToken);

    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var asked = context.Effect.Payload<Activities.Effects.ChangeDeadline>();
        return sweep.SendAsync(
            context,
            new TaskSweepScope(asked.InstanceId, asked.ActivityInstanceId, Item: null, Keys: null),
            task => task.DueAt == asked.DueAt ? null : new Office.Tasks.Commands.ChangeDeadline
            {
                OperationId = context.Effect.Key,
                Actor = Actor.System,
                At = context.Now,
                Date = OfficeTime.DateOf(asked.DueAt),
                Reason = asked.By.Length == 0 ? asked.Reason : $"{asked.Reason}（{asked.By}）",
            },
            cancellationToken);
    }
}
