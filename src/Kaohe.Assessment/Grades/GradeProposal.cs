namespace Kaohe.Assessment.Grades;

/// <summary>等次建议 for one group: what scores, lines, quota and vetoes lead to, before the 领导组 decides.</summary>
public sealed record GradeProposal
{
    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>Seats for 好 in this group.</summary>
    public required int GoodSeats { get; init; }

    /// <summary>One proposal a unit, by rank; units without a total come last.</summary>
    public required IReadOnlyList<UnitGradeProposal> Units { get; init; }

    /// <summary>Seats for 好 that the proposal leaves to the 领导组, because the units at the border cannot be told apart.</summary>
    public int OpenSeats { get; init; }

    /// <summary>Units about which the 领导组 has to decide by hand.</summary>
    public IEnumerable<string> Undecided => Units.Where(unit => unit.Proposed is null).Select(unit => unit.UnitId);

    /// <summary>A unit's proposal.</summary>
    public UnitGradeProposal? Of(string unitId) => Units.FirstOrDefault(unit => unit.UnitId == unitId);
}

/// <summary>The proposal for one unit.</summary>
public sealed record UnitGradeProposal
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Its total; empty when there is none yet.</summary>
    public decimal? Score { get; init; }

    /// <summary>Its rank; empty without a total.</summary>
    public int? Rank { get; init; }

    /// <summary>The grade by the lines alone.</summary>
    public Grade? ByLine { get; init; }

    /// <summary>The best grade still possible after 一票否决.</summary>
    public Grade? Cap { get; init; }

    /// <summary>The proposed grade; empty when it is left to the 领导组.</summary>
    public Grade? Proposed { get; init; }

    /// <summary>How it came about, in Chinese.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
