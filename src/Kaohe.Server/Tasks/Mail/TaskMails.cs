using Kaohe.Activities.Effects;
using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Mail;

/// <summary>Tells people by mail what a task asks of them. Mails are effects in the outbox; nothing leaves in quiet hours.</summary>
/// <param name="outbox">Takes them.</param>
/// <param name="text">Words them.</param>
public sealed class TaskMails(OutboxWriter outbox, TaskMailText text)
{
    /// <summary>Puts a mail into the outbox when the effect is a notice.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">People and calendar.</param>
    /// <param name="effect">What follows from a task.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EnqueueAsync(KaoheDb db, TaskDesk desk, OutwardEffect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (effect.FollowUp is NotifyPeople notice && await TaskStore.FindAsync(db, effect.TaskId, cancellationToken) is { } stored)
        {
            var receivers = notice.PersonIds.Count > 0 ? notice.PersonIds : [.. desk.Directory.Expand(stored.Task.Candidates).Select(person => person.Id)];
            var subject = TaskMailText.Subject(notice.Kind, stored.Task);
            await SendAsync(
                db, desk, stored, $"task:{effect.TaskId}:{stored.Task.Version}:{notice.Kind}:{string.Join('+', receivers.Take(3))}:{receivers.Count}", receivers, subject, notice.Text, now, cancellationToken);
        }
    }

    /// <summary>Puts one mail to people into the outbox.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">People and calendar.</param>
    /// <param name="stored">The task.</param>
    /// <param name="key">Key of the effect; asking twice is asking once.</param>
    /// <param name="personIds">To whom; people without an address see it in the product.</param>
    /// <param name="subject">Subject.</param>
    /// <param name="words">The first sentence.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SendAsync(
        KaoheDb db, TaskDesk desk, StoredTask stored, string key, IReadOnlyList<string> personIds, string subject, string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] addresses = [.. personIds.Select(desk.Directory.FindActive).Select(person => person?.Email).OfType<string>().Where(address => address.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (addresses.Length == 0)
        {
            return;
        }

        var leaves = TaskDesks.Quiet.Next(now, desk.Calendar);
        await outbox.EnqueueAsync(
            db,
            new OutboxRequest
            {
                Key = key,
                Kind = KaoheEffects.SendEmail,
                WorkflowInstanceId = stored.Task.InstanceId,
                NotBefore = leaves,
                Payload = new SendEmail
                {
                    CycleYear = stored.Task.CycleYear,
                    Addresses = addresses,
                    Subject = subject,
                    Body = text.Body(stored, words, leaves, desk.Calendar),
                    DocumentIds = stored.Task is { IsLive: true, IsConfidential: false } ? stored.Origin.DocumentIds : [],
                },
            },
            cancellationToken);
    }
}
