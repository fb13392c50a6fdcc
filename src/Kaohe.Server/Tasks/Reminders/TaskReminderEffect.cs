namespace Kaohe.Server.Tasks.Reminders;

/// <summary>Payload of the effect that looks after a task until it is done: it waits in the outbox for the next reminder or escalation.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="DueAt">The deadline it was armed for; another one has armed another effect.</param>
public sealed record TaskReminderEffect(string TaskId, DateTimeOffset DueAt)
{
    /// <summary>Kind of the effect.</summary>
    public const string Kind = "Kaohe.TaskReminder";
}
