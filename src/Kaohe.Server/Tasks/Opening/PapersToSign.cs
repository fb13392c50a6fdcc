using Kaohe.Activities.Effects;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>
/// A task that says which kind of paper it is about (<c>documentTemplate</c> in its form data) shows each unit the newest such paper that the same flow has
/// issued to it: a head who is to sign a 责任书 has to see it.
/// </summary>
internal static class PapersToSign
{
    private const string Template = "documentTemplate";

    /// <summary>The planned tasks with their papers; unchanged when the flow names no paper or there is none.</summary>
    public static async Task<IReadOnlyList<PlannedTask>> WithPapersAsync(
        KaoheDb db, OpenTasks asked, string? instanceId, IReadOnlyList<PlannedTask> plan, CancellationToken cancellationToken)
    {
        if (asked.DocumentIds.Count > 0 || asked.Data?.GetValueOrDefault(Template) is not string { Length: > 0 } template)
        {
            return plan;
        }

        var issued = await db.Documents.AsNoTracking()
            .Where(row => row.InstanceId == instanceId && row.Kind == template && row.CycleYear == asked.CycleYear && row.UnitId != null && row.IssuedAt != null)
            .OrderBy(row => row.IssuedAt).Select(row => new { row.Id, row.UnitId }).ToListAsync(cancellationToken);
        var papers = issued.GroupBy(row => row.UnitId!).ToDictionary(same => same.Key, same => same.Last().Id, StringComparer.Ordinal);
        return
        [
            .. plan.Select(planned => planned.Request.UnitId is { } unit && papers.TryGetValue(unit, out var paper)
                ? planned with { Origin = planned.Origin with { DocumentIds = [paper] } }
                : planned),
        ];
    }
}
