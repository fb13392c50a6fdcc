using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;

namespace Kaohe.Assessment.Grades;

/// <summary>Units of equal score at the border of the quota are told apart by the scheme's list; whom it does not tell apart the 领导组 decides about.</summary>
public static class GoodTieBreakRule
{
    /// <summary>Where it stands.</summary>
    public const string Citation = "方案 grades.tieBreaks：“好”名额边界同分的依次比较（一般先比目标任务，再比民主测评）；仍相同的由领导组决定并写明理由，不自行超名额";

    /// <summary>Gives the seats that are left to the tied units.</summary>
    /// <param name="scheme">The year's rules.</param>
    /// <param name="seats">Seats left; fewer than units.</param>
    /// <param name="tied">The units.</param>
    /// <returns>Who gets a seat and by which comparison, who stays tied, and the seats left for those.</returns>
    internal static (IReadOnlyDictionary<string, CompositeComponent> Chosen, IReadOnlyList<CompositeScore> Tied, int Left) Apply(
        Scheme scheme, int seats, IReadOnlyList<CompositeScore> tied)
    {
        var left = seats;
        var members = tied;
        Dictionary<string, CompositeComponent> chosen = [];
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
                same.ForEach(member => chosen[member.UnitId] = component);
                if (left == 0)
                {
                    return (chosen, [], 0);
                }
            }
        }

        return (chosen, members, left);
    }

    /// <summary>A unit without a score in the component stands behind those that have one.</summary>
    private static decimal Compared(Scheme scheme, CompositeScore score, CompositeComponent component) =>
        score.ScoreOf(component) is { } value ? scheme.Compared(value) : decimal.MinValue;
}
