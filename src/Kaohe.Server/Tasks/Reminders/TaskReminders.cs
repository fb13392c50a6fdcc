using System.Globalization;
using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Reminders;

/// <summary>
/// Reminders and escalations: one effect a task waits in the outbox until the next one is due. The outbox gives it to one node at a time, by the
/// product's clock, and settles it in the transaction that notes the notice as sent; so each is sent once, whatever happens.
/// </summary>
/// <param name="outbox">Takes the effect.</param>
public sealed class TaskReminders(OutboxWriter outbox)
{
    /// <summary>The ladders as they are with this desk.</summary>
    /// <param name="desk">People and calendar.</param>
    public static ReminderSchedule Schedule(TaskDesk desk) => new(desk.Calendar, TaskDesks.Quiet, desk.Directory);

    /// <summary>Arms a task's reminders after it was opened, or its deadline or state has changed.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">People and calendar.</param>
    /// <param name="task">The task.</param>
    /// <param name="isNew">Whether it was just opened: nothing was sent for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ArmAsync(KaoheDb db, TaskDesk desk, HumanTask task, bool isNew, CancellationToken cancellationToken)
    {
        // What has ended needs none; the query is saved for what may.
        if (task is { IsLive: true, DueAt: { } due }
            && Schedule(desk).NextAt(task, isNew ? [] : await TaskStore.SentNoticesAsync(db, task.Id, cancellationToken)) is { } next)
        {
            await outbox.EnqueueAsync(
                db,
                new OutboxRequest
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"remind:{task.Id}:{task.Version}"),
                    Kind = TaskReminderEffect.Kind,
                    WorkflowInstanceId = task.InstanceId,
                    Payload = new TaskReminderEffect(task.Id, due),
                    NotBefore = next,
                },
                cancellationToken);
        }
    }
}
