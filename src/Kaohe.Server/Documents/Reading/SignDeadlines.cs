using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Reading;

/// <summary>By when documents are to be signed: the deadlines of the live tasks of kind <see cref="TaskKinds.SignOff"/>, so that a paper and its task name the same day.</summary>
internal static class SignDeadlines
{
    /// <summary>The deadlines by document; a document without live task, or one without deadline, is left out.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> SignDeadlinesAsync(this KaoheDb db, CancellationToken cancellationToken)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(task => task.IsLive && task.Kind == TaskKinds.SignOff && task.DocumentIds != null && task.DueAt != null)
            .Select(task => new { task.DocumentIds, task.DueAt }).ToListAsync(cancellationToken);
        return tasks.SelectMany(task => JsonSerializer.Deserialize<string[]>(task.DocumentIds!, OfficeJson.Options)!.Select(id => (id, task.DueAt!.Value)))
            .GroupBy(one => one.id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Min(one => one.Value), StringComparer.Ordinal);
    }
}
