using Kaohe.Activities.Effects;
using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Reading;

/// <summary>What was completed before a task in its instance. A unit sees its own; a task that is there once sees those of all units.</summary>
internal static class EarlierTasks
{
    private const int Most = 200;

    public static async Task<IReadOnlyList<HumanTask>> OfAsync(KaoheDb db, StoredTask stored, CancellationToken cancellationToken)
    {
        if (stored.Task.InstanceId is not { } instance)
        {
            return [];
        }

        var (key, isOnce) = (stored.Origin.ItemKey, stored.Origin.ItemKey is null or AudienceSpec.OnceKey);
        var rows = await db.Tasks.AsNoTracking()
            .Where(task => task.InstanceId == instance && task.State == TaskState.Completed && (isOnce || task.ItemKey == key))
            .OrderByDescending(task => task.EndedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(TaskStore.Read)];
    }
}
