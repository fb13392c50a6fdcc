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
    /// <summary>Puts the mails of those effects that are notices into the outbox, all of them together.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">People and calendar.</param>
    /// <param name="effects">What follows from tasks.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task EnqueueAsync(KaoheDb db, TaskDesk desk, IEnumerable<OutwardEffect> effects, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var letters = new List<(MailLetter Letter, string Key)>();
        foreach (var effect in effects)
        {
            if (effect.FollowUp is NotifyPeople notice && await TaskStore.FindAsync(db, effect.TaskId, cancellationToken) is { } stored)
            {
                var receivers = notice.PersonIds.Count > 0 ? notice.PersonIds : [.. desk.Directory.Expand(stored.Task.Candidates).Select(person => person.Id)];
                var key = $"task:{effect.TaskId}:{stored.Task.Version}:{notice.Kind}:{string.Join('+', receivers.Take(3))}:{receivers.Count}";
                letters.AddRange(Letters(desk, stored, key, receivers, TaskMailText.Subject(notice.Kind, stored.Task), notice.Text));
            }
        }

        await QueueAsync(db, letters, now, cancellationToken);
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
        KaoheDb db, TaskDesk desk, StoredTask stored, string key, IReadOnlyList<string> personIds, string subject, string words, DateTimeOffset now, CancellationToken cancellationToken) =>
        QueueAsync(db, [.. Letters(desk, stored, key, personIds, subject, words)], now, cancellationToken);

    private Task QueueAsync(KaoheDb db, IReadOnlyList<(MailLetter Letter, string Key)> letters, DateTimeOffset now, CancellationToken cancellationToken) =>
        letters.Count == 0 ? Task.CompletedTask : mails.QueueAsync(db, letters, now, cancellationToken);

    private IEnumerable<(MailLetter Letter, string Key)> Letters(TaskDesk desk, StoredTask stored, string key, IReadOnlyList<string> personIds, string subject, string words)
    {
        var letter = TaskMailText.Letter(stored, subject, words, schedule.Next(), desk.Calendar);
        return personIds.Distinct(StringComparer.Ordinal).Select(desk.Directory.FindActive).OfType<Person>()
            .Select(person => (letter with { PersonId = person.Id, Name = person.Name, Address = person.Email }, $"{key}:{person.Id}"));
    }
}
