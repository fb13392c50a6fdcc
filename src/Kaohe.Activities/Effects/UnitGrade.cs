using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;

namespace Kaohe.Activities.Effects;

/// <summary>A unit's decided result as flows see it: what <see cref="ApplyGrades"/> is answered with.</summary>
public sealed record UnitGrade
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Its short name, for titles.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>Its group.</summary>
    public string GroupId { get; init; } = "";

    /// <summary>The decided grade, as its code.</summary>
    public required Grade Grade { get; init; }

    /// <summary>The grade as it is written: 好, 较好, 一般, 差.</summary>
    public string GradeLabel { get; init; } = "";

    /// <summary>Unrounded total.</summary>
    public decimal? Score { get; init; }

    /// <summary>Rank in its group.</summary>
    public int Rank { get; init; }

    /// <summary>Whether it has the lowest score of its group.</summary>
    public bool IsLast { get; init; }

    /// <summary>What follows, by the seed's rules.</summary>
    public IReadOnlyList<ConsequenceKind> Consequences { get; init; } = [];
}
