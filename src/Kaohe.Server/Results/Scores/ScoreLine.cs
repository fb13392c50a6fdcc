using Kaohe.Assessment.Scoring;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Scores;

/// <summary>A unit's score in a list.</summary>
/// <param name="Score">The score, without its tree of reasons.</param>
/// <param name="Name">Short name of the unit.</param>
/// <param name="Rank">Rank in the group; null without a total.</param>
/// <param name="IsTied">Whether another unit has the same rank.</param>
/// <param name="IsLast">Whether it has the lowest score of its group.</param>
/// <param name="ComputedAt">When it was computed.</param>
public sealed record ScoreLine(CompositeScore Score, string Name, int? Rank, bool IsTied, bool IsLast, DateTimeOffset ComputedAt)
{
    /// <summary>The group.</summary>
    public string GroupId => Score.GroupId;

    /// <summary>A year's scores, by group and rank; units without a total come last.</summary>
    public static async Task<IReadOnlyList<ScoreLine>> ReadAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var names = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.ShortName);
        var rows = await db.Scores.Where(row => row.CycleYear == year)
            .Select(row => new { row.Json, row.UnitId, row.Rank, row.IsTied, row.IsLast, row.ComputedAt }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ScoreLine(
                    Kaohe.Assessment.AssessmentJson.Read<CompositeScore>(row.Json), names.GetValueOrDefault(row.UnitId, row.UnitId), row.Rank, row.IsTied, row.IsLast, row.ComputedAt))
                .OrderBy(line => line.GroupId, StringComparer.Ordinal).ThenBy(line => line.Rank ?? int.MaxValue).ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The median of the totals; null without one.</summary>
    public static decimal? Median(IEnumerable<ScoreLine> lines)
    {
        var totals = lines.Select(line => line.Score.Total).OfType<decimal>().Order().ToList();
        return totals.Count == 0 ? null : totals.Count % 2 == 1 ? totals[totals.Count / 2] : (totals[(totals.Count / 2) - 1] + totals[totals.Count / 2]) / 2m;
    }
}
