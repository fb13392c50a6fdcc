using System.Collections.Frozen;
using Kaohe.Office.People;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;

namespace Kaohe.Server.Cycles.Access;

/// <summary>The one place that says who may do what with the records of the assessment; pages, endpoints and tasks all ask here.</summary>
public static class AssessmentAccess
{
    /// <summary>Who may do each act: everywhere, or, for a team and a unit, only with its own units.</summary>
    private static readonly FrozenDictionary<AssessmentAct, Who> _rights = new Dictionary<AssessmentAct, Who>
    {
        [AssessmentAct.SeeCycle] = Who.Everybody,
        [AssessmentAct.SeeAllUnits] = Who.Office | Who.Administrator | Who.Leader,
        [AssessmentAct.SeeUnit] = Who.Office | Who.Administrator | Who.Leader | Who.Team | Who.Unit,
        [AssessmentAct.SeeAllResults] = Who.Office | Who.Leader,
        [AssessmentAct.SeeUnitResult] = Who.Office | Who.Leader | Who.Team | Who.UnitOnceGraded,
        [AssessmentAct.SeePromotionAdvice] = Who.Office | Who.Leader,
        [AssessmentAct.SeeAdmonition] = Who.Office | Who.Leader,
        [AssessmentAct.EditUnits] = Who.Office | Who.Administrator,
        [AssessmentAct.EditCycle] = Who.Office | Who.Administrator,
        [AssessmentAct.ApproveScheme] = Who.Office | Who.Leader,
        [AssessmentAct.ApproveTargets] = Who.Office | Who.Leader,
        [AssessmentAct.StartCycle] = Who.Office,
        [AssessmentAct.ReportReading] = Who.Office | Who.Unit,
        [AssessmentAct.CertifyReading] = Who.Unit,
        [AssessmentAct.EnterTally] = Who.Office | Who.Team,
        [AssessmentAct.CheckTally] = Who.Office | Who.Team,
        [AssessmentAct.RecordEntries] = Who.Office,
        [AssessmentAct.ComputeResults] = Who.Office,
        [AssessmentAct.DecideGrades] = Who.Leader,
        [AssessmentAct.GradeOfficials] = Who.Office,
        [AssessmentAct.RunRectification] = Who.Office,
        [AssessmentAct.SubmitRectification] = Who.Unit,
        [AssessmentAct.ApproveRectification] = Who.Leader,
        [AssessmentAct.RecheckRectification] = Who.Office | Who.Team,
        [AssessmentAct.HoldAdmonition] = Who.Office | Who.Leader,
    }.ToFrozenDictionary();

    [Flags]
    private enum Who
    {
        Office = 1,
        Administrator = 2,
        Leader = 4,
        Team = 8,
        Unit = 16,

        /// <summary>A unit sees no running figures of its own (seed: no running tally); it sees the result once it is decided.</summary>
        UnitOnceGraded = 32,

        /// <summary>Everybody with a role, with or without a unit.</summary>
        Everybody = 64,
    }

    /// <summary>Whether a person may do something.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="act">What.</param>
    /// <param name="unitId">The unit that it is about; null when it is about all.</param>
    public static bool Allows(AssessmentViewer viewer, AssessmentAct act, string? unitId = null)
    {
        var who = _rights[act];
        return (who.HasFlag(Who.Everybody) && viewer.Actor.Person.Roles.Any(Role.IsKnown))
            || (who.HasFlag(Who.Office) && viewer.Actor.Is(Role.Office))
            || (who.HasFlag(Who.Administrator) && viewer.Actor.Is(Role.Administrator))
            || (who.HasFlag(Who.Leader) && viewer.Actor.Is(Role.Leader))
            || (unitId is not null && who.HasFlag(Who.Team) && viewer.TeamUnits.Contains(unitId))
            || (unitId is not null && who.HasFlag(Who.Unit) && viewer.OwnUnits.Contains(unitId))
            || (unitId is not null && who.HasFlag(Who.UnitOnceGraded) && viewer.ResultsAreOut && viewer.OwnUnits.Contains(unitId));
    }

    /// <summary>What the decision needs to know about a person in a year.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="actor">The person.</param>
    /// <param name="year">The year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<AssessmentViewer> ViewerAsync(this KaoheDb db, Actor actor, int year, CancellationToken cancellationToken = default)
    {
        HashSet<string> teamUnits = [];
        if (actor.Is(Role.Team))
        {
            foreach (var team in await db.TeamsAsync(year, cancellationToken))
            {
                teamUnits.UnionWith(team.UnitIds.Where(unit => team.MembersFor(unit).Contains(actor.Id)));
            }
        }

        var cycle = await db.CycleAsync(year, cancellationToken);
        return new AssessmentViewer(
            actor,
            actor.Is(Role.Unit) ? actor.Person.UnitIds.ToHashSet() : [],
            teamUnits,
            cycle?.Status == CycleStatus.Graded);
    }

    /// <summary>Goes on only when the person may.</summary>
    /// <exception cref="RefusedException">The person may not.</exception>
    public static async Task<AssessmentViewer> DemandAsync(
        this KaoheDb db, Actor actor, int year, AssessmentAct act, string? unitId = null, CancellationToken cancellationToken = default)
    {
        var viewer = await db.ViewerAsync(actor, year, cancellationToken);
        viewer.Demand(act, unitId);
        return viewer;
    }
}
