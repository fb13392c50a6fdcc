using Kaohe.Assessment.Grades;

namespace Kaohe.Server.Results.Persons;

/// <summary>Grades of officials to be put on record; those not named keep theirs.</summary>
public sealed record PersonGradeForm
{
    /// <summary>One line an official.</summary>
    public IReadOnlyList<PersonGradeLine> Lines { get; init; } = [];

    /// <summary>Whether the superior has approved the larger share of 优秀.</summary>
    public bool LargerShareApproved { get; init; }
}

/// <summary>The grade of one official.</summary>
/// <param name="OfficialId">The official.</param>
/// <param name="Grade">The grade; null for none, for example a post taken up late in the year.</param>
/// <param name="LeaveDays">Days of leave in the year, which may stand against 优秀.</param>
public sealed record PersonGradeLine(string OfficialId, PersonGrade? Grade, int LeaveDays = 0);
