using Kaohe.Activities.Effects;

namespace Kaohe.Activities.Plans;

/// <summary>What a finished activity leaves behind, as plain values for the flow and the journal.</summary>
internal static class PlanSummary
{
    public static Dictionary<string, object?> Of(Plan plan, PlanProgress progress, string outcome, IReadOnlyList<(PlanItem Item, string Key)> open) => new()
    {
        ["outcome"] = outcome,
        ["startedOn"] = progress.StartedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["isOverdue"] = progress.IsOverdue,
        ["items"] = plan.Items.Where(item => progress[item].HasBegun).Select(item => (object?)new Dictionary<string, object?>
        {
            ["code"] = item.Code,
            ["title"] = item.Title,
            ["done"] = progress[item].Done.Count,
            ["closed"] = progress[item].Closed.Count,
            ["sentBack"] = progress[item].Rounds.Values.Sum(),
        }).ToList(),
        ["documents"] = plan.Items.Where(item => progress[item].DocumentId is not null).Select(item => (object?)new Dictionary<string, object?>
        {
            ["title"] = item.Title, ["documentId"] = progress[item].DocumentId, ["number"] = progress[item].Number,
        }).ToList(),
        ["missing"] = Missing(plan, progress, open),
    };

    private static List<object?> Missing(Plan plan, PlanProgress progress, IReadOnlyList<(PlanItem Item, string Key)> open)
    {
        var closed = plan.Items.SelectMany(item => progress[item].Closed.Select(p => (Item: item, p.Key, Reason: (string?)p.Value)));
        return
        [
            .. closed.Concat(open.Where(each => each.Key != AudienceSpec.OnceKey).Select(each => (each.Item, each.Key, Reason: (string?)null)))
                .Select(each => (object?)new Dictionary<string, object?> { ["item"] = each.Item.Title, ["key"] = each.Key, ["reason"] = each.Reason }),
        ];
    }
}
