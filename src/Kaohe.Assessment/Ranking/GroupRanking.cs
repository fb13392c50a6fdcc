namespace Kaohe.Assessment.Ranking;

/// <summary>The ranks of one group.</summary>
public sealed record GroupRanking
{
    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>Ranked units from the first to the last.</summary>
    public required IReadOnlyList<RankEntry> Entries { get; init; }

    /// <summary>Units without a total; while there are any, the ranks are provisional.</summary>
    public IReadOnlyList<string> Unranked { get; init; } = [];

    /// <summary>True when every unit of the group is ranked.</summary>
    public bool IsFinal => Unranked.Count == 0;

    /// <summary>A unit's entry, or nothing.</summary>
    public RankEntry? Of(string unitId) => Entries.FirstOrDefault(entry => entry.UnitId == unitId);
}

/// <summary>A unit's rank.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Rank">1 for the best; equal scores share the better rank and the next ranks are left out (1, 2, 2, 4).</param>
/// <param name="Score">The unrounded total.</param>
/// <param name="IsTied">True when another unit has the same rank.</param>
/// <param name="IsLast">True for every unit that has the lowest score of a group of at least two.</param>
public sealed record RankEntry(string UnitId, int Rank, decimal Score, bool IsTied, bool IsLast);
