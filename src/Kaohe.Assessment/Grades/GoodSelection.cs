using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;

namespace Kaohe.Assessment.Grades;

/// <summary>Who gets the seats for 好 when more units reach the line than there are seats.</summary>
/// <param name="Chosen">Units with a seat.</param>
/// <param name="Tied">Units at the border that nothing tells apart.</param>
/// <param name="OpenSeats">Seats left for the tied units.</param>
/// <param name="DecidedByTieBreak">Chosen units that owe the seat to a tie-break, and to which.</param>
internal sealed record GoodSelection(
    IReadOnlySet<string> Chosen,
    IReadOnlySet<string> Tied,
    int OpenSeats,
    IReadOnlyDictionary<string, CompositeComponent> DecidedByTieBreak)
{
    /// <summary>Where the quota stands.</summary>
    public const string Citation = "方案 grades.goodShare：各组“好”等次名额，向下取整，按得分从高到低列入";

    public static GoodSelection Choose(Scheme scheme, int seats, IReadOnlyList<CompositeScore> candidates)
    {
        HashSet<string> chosen = [];
        Dictionary<string, CompositeComponent> byTieBreak = [];
        foreach (var equal in candidates.GroupBy(score => scheme.Compared(score.Total!.Value)).OrderByDescending(equal => equal.Key))
        {
            var left = seats - chosen.Count;
            var members = equal.ToList();
            if (members.Count <= left)
            {
                chosen.UnionWith(members.Select(member => member.UnitId));
                continue;
            }

            return left == 0
                ? new GoodSelection(chosen, new HashSet<string>(), 0, byTieBreak)
                : BreakTie(scheme, left, members, chosen, byTieBreak);
        }

        return new GoodSelection(chosen, new HashSet<string>(), 0, byTieBreak);
    }

    private static GoodSelection BreakTie(
        Scheme scheme, int seats, List<CompositeScore> tied, HashSet<string> chosen, Dictionary<string, CompositeComponent> byTieBreak)
    {
        var (won, still, left) = GoodTieBreakRule.Apply(scheme, seats, tied);
        foreach (var (unit, component) in won)
        {
            chosen.Add(unit);
            byTieBreak[unit] = component;
        }

        return new GoodSelection(chosen, still.Select(member => member.UnitId).ToHashSet(), left, byTieBreak);
    }
}
