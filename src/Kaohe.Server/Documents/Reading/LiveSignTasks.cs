using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Reading;

/// <summary>A live task of kind <see cref="TaskKinds.SignOff"/>.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="DueAt">Its deadline; null for none.</param>
/// <param name="Documents">What is to be signed.</param>
internal sealed record LiveSignTask(string TaskId, DateTimeOffset? DueAt, IReadOnlyList<string> Documents);

/// <summary>What waits for a signature, so that a paper and its task name the same day and a mail about the paper leads to the task.</summary>
internal static class LiveSignTasks
{
    /// <summary>Every live task of the kind, all read along the index of live tasks: there are few.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<LiveSignTask>> LiveSignTasksAsync(this KaoheDb db, CancellationToken cancellationToken)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(task => task.Kind == TaskKinds.SignOff && task.InboxOrder < InboxOrder.Ended && task.IsLive && task.DocumentIds != null)
            .OrderBy(task => task.InboxOrder).Select(task => new { task.Id, task.DueAt, task.DocumentIds }).ToListAsync(cancellationToken);
        return [.. tasks.Select(task => new LiveSignTask(task.Id, task.DueAt, JsonSerializer.Deserialize<string[]>(task.DocumentIds!, OfficeJson.Options)!))];
    }

    /// <summary>The deadlines by document; a document without live task, or one without deadline, is left out.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> SignDeadlinesAsync(this KaoheDb db, CancellationToken cancellationToken) =>
        (await db.LiveSignTasksAsync(cancellationToken)).Where(task => task.DueAt is not null).SelectMany(task => task.Documents.Select(id => (id, Due: task.DueAt!.Value)))
            .GroupBy(one => one.id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Min(one => one.Due), StringComparer.Ordinal);
}
