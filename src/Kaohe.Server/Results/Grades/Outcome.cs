using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Server.Cycles;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Rectifications;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Units;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Grades;

/// <summary>What a decided year leaves: the archive, the consequences by the seed's rules, the 诫勉谈话 that they open.</summary>
public static class Outcome
{
    /// <summary>Works the outcome out from the stored decisions and puts it on record; what an earlier run left is replaced.</summary>
    public static async Task RecordAsync(KaoheDb db, int year, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var decisions = await db.DecisionsAsync(year, cancellationToken);
        var rankings = await db.RankingsAsync(year, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var consequences = ConsequenceRule.ApplyAll(new ConsequenceFacts
        {
            Year = year,
            Units = await db.UnitsAsync(cancellationToken),
            Decisions = decisions,
            Rankings = rankings,
            History = await db.HistoryAsync(year, cancellationToken),
            Officials = await db.OfficialsAsync(cancellationToken),
            Labels = scheme.Grades.Labels,
        });
        await ArchiveAsync(db, year, [.. decisions.Select(decision =>
        {
            var rank = rankings.Select(ranking => ranking.Of(decision.UnitId)).FirstOrDefault(entry => entry is not null);
            return new UnitGradeRecord(decision.UnitId, year, decision.Decided, rank?.Score, rank?.Rank);
        })], cancellationToken);
        await ReplaceAsync(db, year, consequences, cancellationToken);
        await OpenAdmonitionsAsync(db, year, consequences, at, cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        cycle.Write(cycle.Value with { Status = CycleStatus.Graded });
    }

    private static async Task ArchiveAsync(KaoheDb db, int year, IReadOnlyList<UnitGradeRecord> records, CancellationToken cancellationToken)
    {
        var rows = await db.UnitGrades.Where(g => g.Year == year).ToDictionaryAsync(g => g.UnitId, cancellationToken);
        foreach (var record in records)
        {
            if (rows.Remove(record.UnitId, out var row))
            {
                row.Write(record);
            }
            else
            {
                db.Add(UnitGradeRow.Of(record));
            }
        }

        db.RemoveRange(rows.Values);
    }

    private static async Task ReplaceAsync(KaoheDb db, int year, IReadOnlyList<Consequence> consequences, CancellationToken cancellationToken)
    {
        var rows = await db.Consequences.Where(c => c.CycleYear == year).ToDictionaryAsync(c => c.Id, cancellationToken);
        foreach (var consequence in consequences.Select(ConsequenceRow.Of))
        {
            if (rows.Remove(consequence.Id, out var row))
            {
                row.Write(consequence.Value);
            }
            else
            {
                db.Add(consequence);
            }
        }

        db.RemoveRange(rows.Values);
    }

    private static async Task OpenAdmonitionsAsync(KaoheDb db, int year, IReadOnlyList<Consequence> consequences, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var open = await db.Admonitions.Where(a => a.CycleYear == year).Select(a => a.UnitId).ToListAsync(cancellationToken);
        foreach (var consequence in consequences.Where(each => each.Kind == ConsequenceKind.Admonition && !open.Contains(each.UnitId)))
        {
            db.Add(AdmonitionRow.Of(Admonitions.Open(year, consequence.UnitId, consequence.OfficialId, consequence.Reasons, at)));
        }
    }
}
