using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;

namespace Kaohe.Assessment.Ranking;

/// <summary>排名: ranks units inside their group by total.</summary>
public static class Ranker
{
    /// <summary>One ranking for each group of the scheme that has scores.</summary>
    public static IReadOnlyList<GroupRanking> RankAll(Scheme scheme, IReadOnlyList<CompositeScore> scores) =>
    [
        .. scheme.Groups
            .Select(group => Rank(scheme, group.Id, [.. scores.Where(score => score.GroupId == group.Id)]))
            .Where(ranking => ranking.Entries.Count + ranking.Unranked.Count > 0),
    ];

    /// <summary>The ranking of one group.</summary>
    public static GroupRanking Rank(Scheme scheme, string groupId, IReadOnlyList<CompositeScore> scores)
    {
        var compared = scores.Where(score => score.Total is not null)
            .Select(score => (score.UnitId, Total: score.Total!.Value, Compared: scheme.Compared(score.Total.Value)))
            .OrderByDescending(each => each.Compared)
            .ToList();
        var sharing = compared.GroupBy(each => each.Compared).ToDictionary(same => same.Key, same => same.Count());
        var lowest = LastPlaceRule.LowestOf([.. compared.Select(each => each.Compared)]);
        return new GroupRanking
        {
            GroupId = groupId,
            Entries =
            [
                .. compared.Select(each => new RankEntry(
                    each.UnitId,
                    1 + compared.FindIndex(other => other.Compared == each.Compared),
                    each.Total,
                    sharing[each.Compared] > 1,
                    each.Compared == lowest)),
            ],
            Unranked = [.. scores.Where(score => score.Total is null).Select(score => score.UnitId)],
        };
    }
}
