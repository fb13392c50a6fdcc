using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Mail;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Reminders;

/// <summary>Sends what is due for one task and waits for the next rung.</summary>
/// <param name="desks">People and calendar.</param>
/// <param name="mails">Sends.</param>
internal sealed class TaskReminderHandler(TaskDesks desks, TaskMails mails) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken) => await desks.OpenAsync(cancellationToken);

    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var desk = (TaskDesk)context.Prepared!;
        var armed = context.Effect.Payload<TaskReminderEffect>();
        if (await TaskStore.FindAsync(context.Db, armed.TaskId, cancellationToken) is not { } stored || stored.Task.DueAt != armed.DueAt)
        {
            return;
        }

        var schedule = TaskReminders.Schedule(desk);
        var sent = await TaskStore.SentNoticesAsync(context.Db, armed.TaskId, cancellationToken);
        var due = schedule.DueAt(stored.Task, context.Now, sent);
        foreach (var notice in due.Send)
        {
            var subject = notice.Notice.Escalation is null ? $"【到期提醒】{stored.Task.Title}" : $"【逾期】{stored.Task.Title}";
            await mails.SendAsync(
                context.Db, desk, stored, $"notice:{armed.TaskId}:{notice.Notice.Key}", notice.PersonIds, subject, notice.Text, context.Now, cancellationToken);
            Note(context, armed.TaskId, notice.Notice.Key, isSent: true);
            sent.Add(notice.Notice.Key);
        }

        foreach (var key in due.Skip)
        {
            Note(context, armed.TaskId, key, isSent: false);
            sent.Add(key);
        }

        // What is overdue in quiet hours has a time that lies behind: it waits for the morning.
        if (schedule.NextAt(stored.Task, sent) is { } next)
        {
            context.WaitUntil = next > context.Now ? next : TaskDesks.Quiet.Next(context.Now, desk.Calendar);
        }
    }

    private static void Note(EffectContext context, string taskId, string key, bool isSent) =>
        context.Db.TaskNotices.Add(new TaskNoticeRow { TaskId = taskId, Key = key, At = context.Now, IsSent = isSent });
}
