using Kaohe.Activities.Effects;
using Kaohe.Assessment.Grades;
using Kaohe.Server.Cycles;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Effects;

/// <summary>A year's decided results as flows see them.</summary>
public static class UnitGrades
{
    /// <summary>One for each decided unit, by group and rank.</summary>
    public static async Task<IReadOnlyList<UnitGrade>> ReadAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var units = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var ranks = (await db.RankingsAsync(year, cancellationToken)).SelectMany(ranking => ranking.Entries).ToDictionary(entry => entry.UnitId);
        var consequences = (await db.Consequences.AsNoTracking().Where(c => c.CycleYear == year).Select(c => new { c.UnitId, c.Kind }).ToListAsync(cancellationToken))
            .ToLookup(each => each.UnitId, each => each.Kind);
        return
        [
            .. from decision in await db.DecisionsAsync(year, cancellationToken)
               let rank = ranks.GetValueOrDefault(decision.UnitId)
               orderby decision.GroupId, rank?.Rank
               select new UnitGrade
               {
                   UnitId = decision.UnitId,
                   UnitName = units.GetValueOrDefault(decision.UnitId)?.ShortName ?? decision.UnitId,
                   GroupId = decision.GroupId,
                   Grade = decision.Decided,
                   GradeLabel = GradeNames.Of(decision.Decided, scheme.Grades.Labels),
                   Score = rank?.Score,
                   Rank = rank?.Rank ?? 0,
                   IsLast = rank?.IsLast ?? false,
                   Consequences = [.. consequences[decision.UnitId].Distinct()],
               },
        ];
    }
}
