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
        var left = seats;
        var members = tied;
        foreach (var component in scheme.Grades.TieBreaks)
        {
            foreach (var equal in members.GroupBy(member => Compared(scheme, member, component)).OrderByDescending(equal => equal.Key).ToList())
            {
                var same = equal.ToList();
                if (same.Count > left)
                {
                    members = same;
                    break;
                }

                left -= same.Count;
                foreach (var member in same)
                {
                    chosen.Add(member.UnitId);
                    byTieBreak[member.UnitId] = component;
                }

                if (left == 0)
                {
                    return new GoodSelection(chosen, new HashSet<string>(), 0, byTieBreak);
                }
            }
        }

        return new GoodSelection(chosen, members.Select(member => member.UnitId).ToHashSet(), left, byTieBreak);
    }

    /// <summary>A unit without a score in the component stands behind those that have one.</summary>
    private static decimal Compared(Scheme scheme, CompositeScore score, CompositeComponent component) =>
        score.ScoreOf(component) is { } value ? scheme.Compared(value) : decimal.MinValue;
}
