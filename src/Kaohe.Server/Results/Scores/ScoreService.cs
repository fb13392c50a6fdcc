using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Scores;

/// <summary>What came of computing a year's scores.</summary>
/// <param name="Units">Units scored.</param>
/// <param name="Incomplete">Units without a total.</param>
/// <param name="Problems">What stands in the way, in Chinese; each says what the office can do.</param>
public sealed record ScoreSummary(int Units, int Incomplete, IReadOnlyList<string> Problems);

/// <summary>Scores of a year, computed and not yet stored.</summary>
/// <param name="Year">The year.</param>
/// <param name="Scores">One for each unit.</param>
/// <param name="Rankings">One for each group.</param>
public sealed record ComputedScores(int Year, IReadOnlyList<CompositeScore> Scores, IReadOnlyList<GroupRanking> Rankings)
{
    /// <summary>The summary.</summary>
    public ScoreSummary Summary => new(
        Scores.Count, Scores.Count(score => !score.IsComplete), [.. Scores.SelectMany(score => score.Problems).Select(problem => problem.Message)]);
}

/// <summary>Computes scores and ranks outside the write lane, because a whole year takes a while, and stores them inside.</summary>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="clock">Says when.</param>
public sealed class ScoreService(IDbContextFactory<KaoheDb> databases, IWriteLane lane, TimeProvider clock)
{
    /// <summary>Computes and stores a year's scores for a person.</summary>
    public async Task<ScoreSummary> ComputeAsync(Actor actor, int year, CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            await db.DemandAsync(actor, year, AssessmentAct.ComputeResults, cancellationToken: cancellationToken);
            Kaohe.Assessment.Rule.CheckAll([new Cycles.Indicators.YearIsNotGradedRule((await db.RequireCycleAsync(year, cancellationToken)).Status)]);
        }

        var computed = await ComputeAsync(year, cancellationToken);
        await lane.RunAsync(
            async (db, cancel) =>
            {
                await StoreAsync(db, computed, cancel);
                return true;
            },
            cancellationToken);
        return computed.Summary;
    }

    /// <summary>Computes a year's scores from what is on record now.</summary>
    public async Task<ComputedScores> ComputeAsync(int year, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.RequireSchemeAsync(year, cancellationToken);
        var facts = await db.FactsAsync(year, cancellationToken);
        var scores = new CompositeCalculator(facts).ScoreAll();
        return new ComputedScores(year, scores, Ranker.RankAll(facts.Scheme, scores));
    }

    /// <summary>Puts computed scores in place of the year's old ones.</summary>
    public async Task StoreAsync(KaoheDb db, ComputedScores computed, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var ranks = computed.Rankings.SelectMany(ranking => ranking.Entries).ToDictionary(entry => entry.UnitId);
        var rows = await db.Scores.Where(s => s.CycleYear == computed.Year).ToDictionaryAsync(s => s.UnitId, cancellationToken);
        foreach (var score in computed.Scores)
        {
            var rank = ranks.GetValueOrDefault(score.UnitId);
            if (rows.Remove(score.UnitId, out var row))
            {
                row.Write(score, rank, at);
            }
            else
            {
                db.Add(ScoreRow.Of(score, rank, at));
            }
        }

        db.RemoveRange(rows.Values);
    }
}
