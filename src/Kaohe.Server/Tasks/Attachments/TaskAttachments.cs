using Kaohe.Office.Attachments;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Reading;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Attachments;

/// <summary>Files on tasks: whoever has the task in hand attaches them, whoever may read it opens them.</summary>
/// <param name="lane">Writes.</param>
/// <param name="databases">Reads.</param>
/// <param name="files">The bytes.</param>
/// <param name="feed">Tells live pages.</param>
/// <param name="clock">Now.</param>
public sealed class TaskAttachments(IWriteLane lane, IDbContextFactory<KaoheDb> databases, ContentFiles files, IChangeFeed feed, TimeProvider clock)
{
    private const int MostFiles = 50;

    /// <summary>Attaches a file.</summary>
    /// <param name="actor">Who uploads it.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="fileName">Name as uploaded.</param>
    /// <param name="content">The bytes; callers stop reading one past <see cref="AttachmentRule.MaximumBytes"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file, or why it is refused.</returns>
    public async Task<(TaskFile? File, TaskAnswer? Refused)> AddAsync(
        Actor actor, string taskId, string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        if (await RefusalAsync(actor, taskId, cancellationToken) is { } refused)
        {
            return (null, refused);
        }

        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var verdict = AttachmentRule.Check(name, content, PdfText.Of);
        if (verdict.Kind is not { } kind)
        {
            return (null, TaskAnswer.Refused(verdict.Problems));
        }

        var hash = await files.KeepAsync(content, cancellationToken);
        var row = new TaskAttachmentRow
        {
            Id = Guid.CreateVersion7().ToString("N"),
            TaskId = taskId,
            Hash = hash,
            Name = name,
            ContentType = kind.ContentType,
            Size = content.Length,
            ById = actor.Id,
            ByName = actor.Name,
            At = clock.GetUtcNow(),
        };
        await lane.RunAsync(
            (db, _) =>
            {
                db.TaskAttachments.Add(row);
                feed.PublishAfterCommit(db, TaskTopics.Task, taskId);
                return Task.FromResult(true);
            },
            cancellationToken);
        return (new TaskFile(row.Id, row.Name, row.ContentType, row.Size, row.ByName, row.At), null);
    }

    /// <summary>Takes a file off a task; the bytes stay.</summary>
    /// <param name="actor">Who wants it.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="attachmentId">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<TaskAnswer?> RemoveAsync(Actor actor, string taskId, string attachmentId, CancellationToken cancellationToken = default)
    {
        if (await RefusalAsync(actor, taskId, cancellationToken) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow();
        return await lane.RunAsync(
            async (db, cancel) =>
            {
                feed.PublishAfterCommit(db, TaskTopics.Task, taskId);
                return await db.TaskAttachments.Where(file => file.Id == attachmentId && file.TaskId == taskId && file.RemovedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(file => file.RemovedAt, now), cancel) > 0 ? null : TaskAnswer.NotFound;
            },
            cancellationToken);
    }

    /// <summary>Opens a file of a task, or one of an earlier task that the flow has handed on to it in a form.</summary>
    /// <param name="actor">Who reads it.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="attachmentId">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>None when there is none, or the person may not read the task.</returns>
    public async Task<(TaskFile File, Stream Content)?> OpenAsync(Actor actor, string taskId, string attachmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await TaskStore.FindAsync(db, taskId, cancellationToken) is not { } stored
            || !TaskAccess.Of(stored.Task, actor).Allows(TaskRights.ReadContent)
            || await db.TaskAttachments.AsNoTracking().FirstOrDefaultAsync(file => file.Id == attachmentId, cancellationToken) is not { } row
            || !(row.TaskId == taskId || stored.Origin.Mentions(attachmentId)))
        {
            return null;
        }

        var content = files.Open(row.Hash);
        return content is null ? null : (new TaskFile(row.Id, row.Name, row.ContentType, row.Size, row.ByName, row.At), content);
    }

    private async Task<TaskAnswer?> RefusalAsync(Actor actor, string taskId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stored = await TaskStore.FindAsync(db, taskId, cancellationToken);
        var access = stored is null ? null : TaskAccess.Of(stored.Task, actor);
        if (access is null || !access.Allows(TaskRights.ReadHeader))
        {
            return TaskAnswer.NotFound;
        }

        if (!access.Allows(TaskRights.Act))
        {
            return new TaskAnswer(TaskAnswerKind.Forbidden, null, [new Office.Problem("ActorMustHaveRight", string.Empty, "只有正在办理的人能增减附件；请先签收。")]);
        }

        var count = await db.TaskAttachments.CountAsync(file => file.TaskId == taskId && file.RemovedAt == null, cancellationToken);
        return count < MostFiles ? null : TaskAnswer.Refused([new Office.Problem("TooManyFiles", "attachments", $"一个任务最多 {MostFiles} 个附件，请合并后上传。")]);
    }
}
