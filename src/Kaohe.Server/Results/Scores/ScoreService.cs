using Kaohe.Activities;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Scores;

/// <summary>What came of computing a year's scores.</summary>
/// <param name="Units">Units scored.</param>
/// <param name="Incomplete">Units without a total.</param>
/// <param name="Problems">What stands in the way, in Chinese; each says what the office can do.</param>
public sealed record ScoreSummary(int Units, int Incomplete, IReadOnlyList<string> Problems);

/// <summary>
/// Computes scores and ranks and stores them, in one transaction: a correction comes before it and is counted, or after it and marks the scores as outdated
/// (<see cref="ScoreBasis"/>). A whole year takes some hundredths of a second.
/// </summary>
/// <param name="lane">Writes.</param>
/// <param name="clock">Says when.</param>
public sealed class ScoreService(IWriteLane lane, TimeProvider clock)
{
    /// <summary>Computes and stores a year's scores for a person.</summary>
    /// <exception cref="Kaohe.Assessment.RulesBrokenException">The year is graded, or its scores lie before the 联席会议.</exception>
    public Task<ScoreSummary> ComputeAsync(Actor actor, int year, CancellationToken cancellationToken) => lane.RunAsync(
        async (db, cancel) =>
        {
            await db.DemandAsync(actor, year, AssessmentAct.ComputeResults, cancellationToken: cancel);
            Kaohe.Assessment.Rule.CheckAll(
            [
                new YearIsNotGradedRule((await db.RequireCycleAsync(year, cancel)).Status),
                new ScoresAtTheMeetingStandRule(await db.Tasks.AnyAsync(
                    task => task.CycleYear == year && task.Kind == TaskKinds.JointMeeting && task.IsLive, cancel)),
            ]);
            return await ComputeAsync(db, year, cancel);
        },
        cancellationToken);

    /// <summary>Computes a year's scores from what is on record and puts them in place of its old ones.</summary>
    public async Task<ScoreSummary> ComputeAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        await db.TakeScoreTurnAsync(year, cancellationToken);
        await db.RequireSchemeAsync(year, cancellationToken);
        var facts = await db.FactsAsync(year, cancellationToken);
        var scores = new CompositeCalculator(facts).ScoreAll();
        await StoreAsync(db, year, scores, Ranker.RankAll(facts.Scheme, scores), cancellationToken);
        return new ScoreSummary(scores.Count, scores.Count(score => !score.IsComplete), [.. scores.SelectMany(score => score.Problems).Select(problem => problem.Message)]);
    }

    private async Task StoreAsync(KaoheDb db, int year, IReadOnlyList<CompositeScore> scores, IReadOnlyList<GroupRanking> rankings, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var ranks = rankings.SelectMany(ranking => ranking.Entries).ToDictionary(entry => entry.UnitId);
        var rows = await db.Scores.Where(s => s.CycleYear == year).ToDictionaryAsync(s => s.UnitId, cancellationToken);
        foreach (var score in scores)
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
