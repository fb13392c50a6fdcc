using Kaohe.Office.People;

namespace Kaohe.Server.Cycles.Access;

/// <summary>A person as the assessment's authorization sees them in one year.</summary>
/// <param name="Actor">The person.</param>
/// <param name="OwnUnits">Units that the person works in, if the person has the role 单位.</param>
/// <param name="TeamUnits">Units that the person's 考核组 has this year and from which the person is not recused.</param>
/// <param name="ResultsAreOut">Whether the year's grades are on record.</param>
public sealed record AssessmentViewer(Actor Actor, IReadOnlySet<string> OwnUnits, IReadOnlySet<string> TeamUnits, bool ResultsAreOut)
{
    /// <summary>Units of any kind that the person has to do with; what a list is narrowed to when the person may not see all.</summary>
    public IReadOnlySet<string> Units => OwnUnits.Concat(TeamUnits).ToHashSet();

    /// <summary>Whether the person may do something.</summary>
    /// <param name="act">What.</param>
    /// <param name="unitId">The unit that it is about; null when it is about all.</param>
    public bool May(AssessmentAct act, string? unitId = null) => AssessmentAccess.Allows(this, act, unitId);

    /// <summary>Goes on only when the person may.</summary>
    /// <exception cref="RefusedException">The person may not.</exception>
    public void Demand(AssessmentAct act, string? unitId = null)
    {
        if (!May(act, unitId))
        {
            throw RefusedException.NoRight(unitId is not null && !Units.Contains(unitId) && Units.Count > 0);
        }
    }
}
