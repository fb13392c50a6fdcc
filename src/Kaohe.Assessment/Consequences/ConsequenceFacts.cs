using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Consequences;

/// <summary>What the consequences of a year follow from.</summary>
public sealed record ConsequenceFacts
{
    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The assessed units.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The year's decisions.</summary>
    public required IReadOnlyList<GradeDecision> Decisions { get; init; }

    /// <summary>The year's rankings.</summary>
    public required IReadOnlyList<GroupRanking> Rankings { get; init; }

    /// <summary>Earlier years, and the persons' grades of this year as far as they are decided.</summary>
    public GradeHistory History { get; init; } = GradeHistory.Empty;

    /// <summary>Officials of the units.</summary>
    public IReadOnlyList<Official> Officials { get; init; } = [];

    /// <summary>How grades are written.</summary>
    public IReadOnlyList<GradeLabel> Labels { get; init; } = GradeLabel.Default;

    /// <summary>The history with this year's decisions added.</summary>
    public GradeHistory HistoryWithThisYear => History.With(
        [.. Decisions.Select(decision => new UnitGradeRecord(decision.UnitId, Year, decision.Decided))]);

    /// <summary>The label of a grade.</summary>
    public string Label(Grade grade) => GradeNames.Of(grade, Labels);

    /// <summary>The 主要负责人 of a unit, or nothing when nobody is registered.</summary>
    public string? HeadOf(string unitId) =>
        Units.FirstOrDefault(unit => unit.Id == unitId) is { } unit ? UnitHead.Of(unit, Officials)?.Id ?? unit.LeaderOfficialId : null;
}
