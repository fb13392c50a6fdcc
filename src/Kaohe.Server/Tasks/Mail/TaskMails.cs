using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Mail;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Mail;

/// <summary>Tells people by mail what a task asks of them, one mail a person.</summary>
/// <param name="mails">Takes them; nothing leaves in quiet hours.</param>
/// <param name="schedule">When they leave: the days left are counted from then.</param>
public sealed class TaskMails(MailDesk mails, MailSchedule schedule)
{
    /// <summary>Puts mails into the outbox when the effect is a notice.</summary>
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

    /// <summary>Puts a mail to each of some people into the outbox.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">People and calendar.</param>
    /// <param name="stored">The task.</param>
    /// <param name="key">Key of what causes them; asking twice is asking once.</param>
    /// <param name="personIds">To whom; people who have left are passed over.</param>
    /// <param name="subject">Subject.</param>
    /// <param name="words">The first sentence.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SendAsync(
        KaoheDb db, TaskDesk desk, StoredTask stored, string key, IReadOnlyList<string> personIds, string subject, string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Person> people = [.. personIds.Distinct(StringComparer.Ordinal).Select(desk.Directory.FindActive).OfType<Person>()];
        var letter = TaskMailText.Letter(stored, subject, words, schedule.Next(), desk.Calendar);
        return people.Count == 0
            ? Task.CompletedTask
            : mails.QueueAsync(
                db, [.. people.Select(person => (letter with { PersonId = person.Id, Name = person.Name, Address = person.Email }, $"{key}:{person.Id}"))], now, cancellationToken);
    }
}
