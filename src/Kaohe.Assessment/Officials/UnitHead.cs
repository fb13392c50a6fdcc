using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Officials;

/// <summary>Who the 主要负责人 of a unit is.</summary>
public static class UnitHead
{
    /// <summary>
    /// The official whom the unit's record names; else its 班子正职. Units that came by Excel name nobody, and a named person may have left. Null when
    /// nobody is registered.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="officials">The officials in office.</param>
    public static Official? Of(Unit unit, IEnumerable<Official> officials)
    {
        Official? head = null;
        foreach (var official in officials)
        {
            if (official.Id == unit.LeaderOfficialId)
            {
                return official;
            }

            // The first by id, so that the same person stands on every paper.
            if (official.UnitId == unit.Id && official.Rank == PostRank.Head && (head is null || string.CompareOrdinal(official.Id, head.Id) < 0))
            {
                head = official;
            }
        }

        return head;
    }
}
