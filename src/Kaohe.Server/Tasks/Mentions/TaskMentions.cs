using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Mentions;

/// <summary>Shows people in the portal where they were mentioned, until they have opened the task.</summary>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="feed">Tells live pages.</param>
/// <param name="clock">Now.</param>
public sealed class TaskMentions(IDbContextFactory<KaoheDb> databases, IWriteLane lane, IChangeFeed feed, TimeProvider clock)
{
    /// <summary>The longest list.</summary>
    public const int Most = 20;

    /// <summary>Puts a mention on record, in the transaction of the comment.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="task">The task.</param>
    /// <param name="notice">Who is mentioned, and in which words.</param>
    /// <param name="at">When.</param>
    public void Add(KaoheDb db, HumanTask task, NotifyPeople notice, DateTimeOffset at) => db.TaskMentions.AddRange(notice.PersonIds.Distinct(StringComparer.Ordinal).Select(person => new TaskMentionRow
    {
        TaskId = task.Id, PersonId = person, Text = task.IsConfidential ? "在一项须保密的任务中提到您，请打开查看。" : notice.Text, At = at,
    }));

    /// <summary>What a person has not looked at yet, the newest first.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<TaskMentionRow>> UnreadAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.TaskMentions.AsNoTracking().Where(mention => mention.PersonId == actor.Id && mention.ReadAt == null).OrderByDescending(mention => mention.Id).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>The person has the task before the eyes: what mentions them there is read.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ReadAsync(Actor actor, string taskId, CancellationToken cancellationToken = default)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (!await Of(db, actor, taskId).AnyAsync(cancellationToken))
            {
                return;
            }
        }

        var now = clock.GetUtcNow();
        await lane.RunAsync(
            (db, cancel) =>
            {
                feed.PublishAfterCommit(db, TaskTopics.Mentions, actor.Id);
                return Of(db, actor, taskId).ExecuteUpdateAsync(set => set.SetProperty(mention => mention.ReadAt, now), cancel);
            },
            cancellationToken);
    }

    private static IQueryable<TaskMentionRow> Of(KaoheDb db, Actor actor, string taskId) =>
        db.TaskMentions.Where(mention => mention.PersonId == actor.Id && mention.TaskId == taskId && mention.ReadAt == null);
}
