using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Kaohe.Assessment.Units;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Assessment;

/// <summary>Reads the records of the assessment. Nothing here tracks; to change a record load its row.</summary>
public static class AssessmentQueries
{
    /// <summary>A year; null when there is none.</summary>
    public static async Task<Cycle?> CycleAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default) =>
        (await db.Cycles.AsNoTracking().FirstOrDefaultAsync(c => c.Year == year, cancellationToken))?.Value;

    /// <summary>The newest year; null when there is none.</summary>
    public static async Task<Cycle?> NewestCycleAsync(this KaoheDb db, CancellationToken cancellationToken = default) =>
        (await db.Cycles.AsNoTracking().OrderByDescending(c => c.Year).FirstOrDefaultAsync(cancellationToken))?.Value;

    /// <summary>The version of the scheme in force; without an approved one the draft; null when the year has none.</summary>
    public static async Task<Scheme?> SchemeAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default) =>
        (await db.Schemes.AsNoTracking().Where(s => s.CycleYear == year)
            .OrderByDescending(s => s.IsApproved).ThenByDescending(s => s.SchemeVersion).FirstOrDefaultAsync(cancellationToken))?.Value;

    /// <summary>The assessed units in their official order.</summary>
    public static async Task<IReadOnlyList<Unit>> UnitsAsync(this KaoheDb db, CancellationToken cancellationToken = default)
    {
        var rows = await db.Units.AsNoTracking().Where(u => u.IsActive).ToListAsync(cancellationToken);
        return [.. rows.Select(u => u.Value).OrderBy(u => u.Kind).ThenBy(u => u.Order).ThenBy(u => u.Code, StringComparer.Ordinal)];
    }

    /// <summary>The officials who are in office.</summary>
    public static async Task<IReadOnlyList<Official>> OfficialsAsync(this KaoheDb db, CancellationToken cancellationToken = default)
    {
        var rows = await db.Officials.AsNoTracking().Where(o => o.IsActive).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(o => o.Value);
    }

    /// <summary>The year's 考核组.</summary>
    public static async Task<IReadOnlyList<AssessmentTeam>> TeamsAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default)
    {
        var rows = await db.Teams.AsNoTracking().Where(t => t.CycleYear == year).OrderBy(t => t.TeamId).ToListAsync(cancellationToken);
        return rows.ConvertAll(t => t.Value);
    }

    /// <summary>The year's indicator trees, counties first.</summary>
    public static async Task<IReadOnlyList<IndicatorTree>> TreesAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default)
    {
        var rows = await db.IndicatorTrees.AsNoTracking().Where(t => t.CycleYear == year).ToListAsync(cancellationToken);
        return [.. rows.Select(t => t.Value).OrderBy(t => t.Kind).ThenBy(t => t.Id, StringComparer.Ordinal)];
    }

    /// <summary>The year's exemptions.</summary>
    public static async Task<IReadOnlyList<Exemption>> ExemptionsAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default)
    {
        var rows = await db.Exemptions.AsNoTracking().Where(e => e.CycleYear == year).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(e => e.Value);
    }

    /// <summary>The year's targets.</summary>
    public static async Task<IReadOnlyList<Target>> TargetsAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default)
    {
        var rows = await db.Targets.AsNoTracking().Where(t => t.CycleYear == year).ToListAsync(cancellationToken);
        return rows.ConvertAll(t => t.Value);
    }

    /// <summary>Lets transactions that compute a year's scores and those that change what they rest on take turns.</summary>
    /// <param name="db">The mutation's context.</param>
    /// <param name="year">The year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task TakeScoreTurnAsync(this KaoheDb db, int year, CancellationToken cancellationToken) => Turn.TakeAsync(db, $"scores:{year}", cancellationToken);

    /// <summary>Everything that the year's scores rest on; of the tallies only the confirmed ones.</summary>
    /// <exception cref="InvalidOperationException">The year has no scheme.</exception>
    public static async Task<CycleFacts> FactsAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default)
    {
        var readings = await db.Readings.AsNoTracking().Where(r => r.CycleYear == year).ToListAsync(cancellationToken);
        var tallies = await db.Tallies.AsNoTracking().Where(t => t.CycleYear == year && t.State == TallyState.Confirmed).ToListAsync(cancellationToken);
        var floors = await db.FloorDecisions.AsNoTracking().Where(f => f.CycleYear == year).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var adjustments = await db.Adjustments.AsNoTracking().Where(a => a.CycleYear == year).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var vetoes = await db.Vetoes.AsNoTracking().Where(v => v.CycleYear == year).OrderBy(v => v.Id).ToListAsync(cancellationToken);
        return new CycleFacts
        {
            Scheme = await db.SchemeAsync(year, cancellationToken) ?? throw new InvalidOperationException($"{year} 年度没有考核方案。"),
            Units = await db.UnitsAsync(cancellationToken),
            Trees = await db.TreesAsync(year, cancellationToken),
            Targets = await db.TargetsAsync(year, cancellationToken),
            Readings = readings.ConvertAll(r => r.Value),
            Exemptions = await db.ExemptionsAsync(year, cancellationToken),
            Tallies = tallies.ConvertAll(t => t.Value.Tally),
            FloorDecisions = floors.ConvertAll(f => f.Value),
            Adjustments = adjustments.ConvertAll(a => a.Value),
            Vetoes = vetoes.ConvertAll(v => v.Value),
        };
    }

    /// <summary>The year's computed scores without their trees of reasons, by group and rank.</summary>
    public static async Task<IReadOnlyList<CompositeScore>> ScoresAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default)
    {
        var json = await db.Scores.AsNoTracking().Where(s => s.CycleYear == year).OrderBy(s => s.GroupId).ThenBy(s => s.Rank).ThenBy(s => s.UnitId)
            .Select(s => s.Json).ToListAsync(cancellationToken);
        return json.ConvertAll(Kaohe.Assessment.AssessmentJson.Read<CompositeScore>);
    }

    /// <summary>The year's rankings, from the computed scores.</summary>
    public static async Task<IReadOnlyList<GroupRanking>> RankingsAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default) =>
        await db.SchemeAsync(year, cancellationToken) is { } scheme ? Ranker.RankAll(scheme, await db.ScoresAsync(year, cancellationToken)) : [];

    /// <summary>The year's decisions.</summary>
    public static async Task<IReadOnlyList<GradeDecision>> DecisionsAsync(this KaoheDb db, int year, CancellationToken cancellationToken = default)
    {
        var rows = await db.GradeDecisions.AsNoTracking().Where(d => d.CycleYear == year).ToListAsync(cancellationToken);
        return rows.ConvertAll(d => d.Value);
    }

    /// <summary>The archive of grades, years after <paramref name="lastYear"/> left out.</summary>
    public static async Task<GradeHistory> HistoryAsync(this KaoheDb db, int lastYear, CancellationToken cancellationToken = default)
    {
        var units = await db.UnitGrades.AsNoTracking().Where(g => g.Year <= lastYear).ToListAsync(cancellationToken);
        var persons = await db.PersonGrades.AsNoTracking().Where(g => g.Year <= lastYear).ToListAsync(cancellationToken);
        return new GradeHistory { Units = units.ConvertAll(g => g.Value), Persons = persons.ConvertAll(g => g.Value) };
    }
}
