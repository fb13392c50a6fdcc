using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Mail;
using Kaohe.Server.Tasks.Mentions;
using Kaohe.Server.Tasks.Reminders;
using Kaohe.Storage;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>
/// Stores everything that a command made, with everything that follows from it: history, the answer to the flow, mails, the next reminder. All of it in
/// the mutation of the caller, so that state and flow never disagree.
/// </summary>
/// <param name="answers">Tells flows.</param>
/// <param name="mails">Tells people.</param>
/// <param name="mentions">Shows people where they are mentioned.</param>
/// <param name="reminders">Arms reminders.</param>
/// <param name="feed">Tells live pages.</param>
public sealed class TaskWriter(TaskAnswers answers, TaskMails mails, TaskMentions mentions, TaskReminders reminders, IChangeFeed feed)
{
    /// <summary>Stores a result without problems.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="desk">The desk it was made at.</param>
    /// <param name="result">The result; a repeat stores nothing.</param>
    /// <param name="origins">What new tasks came with, by id.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(
        KaoheDb db, TaskDesk desk, CascadeResult result, IReadOnlyDictionary<string, TaskOrigin>? origins, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (result.IsRepeat)
        {
            return;
        }

        var rows = await TaskStore.RowsAsync(db, [.. result.Tasks.Select(task => task.Id)], cancellationToken);
        var before = rows.Values.ToDictionary(row => row.Id, row => new TaskSchedule(TaskSchedule.IsAsked(row.State), row.DueAt));
        await TaskStore.WriteAsync(db, result, await WithRoundOriginsAsync(db, result, origins, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await mails.EnqueueAsync(db, desk, result.Outward, now, cancellationToken);
        foreach (var effect in result.Outward)
        {
            await answers.EnqueueAsync(db, effect, now, cancellationToken);
            if (effect.FollowUp is NotifyPeople { Kind: NoticeKind.Mentioned } notice)
            {
                mentions.Add(db, result.Tasks.First(task => task.Id == effect.TaskId), notice, now);
            }
        }

        foreach (var task in result.Tasks)
        {
            if (before.GetValueOrDefault(task.Id) != TaskSchedule.Of(task))
            {
                await reminders.ArmAsync(db, desk, task, isNew: !rows.ContainsKey(task.Id), cancellationToken);
            }

            // A saved draft concerns nobody else.
            if (result.Events.Count > 0)
            {
                feed.PublishAfterCommit(db, TaskTopics.Task, task.Id);
            }
        }
    }

    // A signer who is asked in the course of a round works on what the first task came with.
    private static async Task<IReadOnlyDictionary<string, TaskOrigin>> WithRoundOriginsAsync(
        KaoheDb db, CascadeResult result, IReadOnlyDictionary<string, TaskOrigin>? origins, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, TaskOrigin>(origins ?? new Dictionary<string, TaskOrigin>(), StringComparer.Ordinal);
        foreach (var round in result.Rounds)
        {
            var seats = round.Seats.Select(seat => seat.TaskId).OfType<string>().ToList();
            var first = await db.Tasks.AsNoTracking().Where(task => seats.Contains(task.Id)).OrderBy(task => task.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            foreach (var seat in first is null ? [] : seats)
            {
                known.TryAdd(seat, TaskStore.Of(first!).Origin);
            }
        }

        return known;
    }
}

/// <summary>What a task's reminders hang on.</summary>
/// <param name="Asked">Whether it waits for a person.</param>
/// <param name="DueAt">Its deadline.</param>
internal readonly record struct TaskSchedule(bool Asked, DateTimeOffset? DueAt)
{
    public static TaskSchedule Of(HumanTask task) => new(IsAsked(task.State), task.DueAt);

    public static bool IsAsked(TaskState state) => state is TaskState.Open or TaskState.Assigned or TaskState.Delegated;
}
