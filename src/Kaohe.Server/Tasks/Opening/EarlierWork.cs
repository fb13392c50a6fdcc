using System.Text.Json;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>
/// Finds what was submitted for the same item and key in an earlier round, so that whoever has to mend it starts from it. A flow that leads back to an
/// activity runs it anew; what was submitted there is known by its title.
/// </summary>
internal static class EarlierWork
{
    private const char RoundMark = '#';

    public static async Task<JsonElement?> FindAsync(KaoheDb db, PlannedTask planned, CancellationToken cancellationToken)
    {
        var (request, origin) = (planned.Request, planned.Origin);
        if (planned.ReturnReason is null || request.InstanceId is null || origin.Item is null)
        {
            return null;
        }

        var item = origin.Item.Split(RoundMark)[0];
        var rows = await db.Tasks.AsNoTracking()
            .Where(task => task.InstanceId == request.InstanceId && (task.ActivityExecutionId == request.ActivityExecutionId || task.Title == request.Title)
                && task.ItemKey == origin.ItemKey && task.Kind == request.Kind && !task.IsLive)
            .OrderByDescending(task => task.EndedAt)
            .ToListAsync(cancellationToken);
        return rows.Where(row => row.Item?.Split(RoundMark)[0] == item).Select(row => TaskStore.Read(row).Data).FirstOrDefault(data => data is not null);
    }
}
