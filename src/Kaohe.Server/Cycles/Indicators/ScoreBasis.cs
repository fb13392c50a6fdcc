using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Assessment.Scoring;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>What all records have in common that a year's scores rest on: until when they change, and what a change does to scores computed before.</summary>
internal static class ScoreBasis
{
    private const string Determination = "Kaohe." + StepCodes.ResultDetermination;

    /// <summary>The rules that stand between a year and a change of what its scores rest on. The transaction has the turn from here on: no scores are computed beside it.</summary>
    public static async Task<IReadOnlyList<Rule>> BasisRulesAsync(this KaoheDb db, int year, CancellationToken cancellationToken)
    {
        await db.TakeScoreTurnAsync(year, cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        var isBeingDetermined = cycle is { Status: CycleStatus.Running, WorkflowInstanceId: { } instanceId }
            && await db.ActivityExecutions.AnyAsync(
                run => run.WorkflowInstanceId == instanceId && run.ActivityType == Determination && run.CompletedAt == null, cancellationToken);
        return [new YearIsNotGradedRule(cycle.Status), new ConfirmedScoresStandRule(isBeingDetermined)];
    }

    /// <summary>Says of computed scores that what they rest on has changed; without scores nothing happens.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="year">The year.</param>
    /// <param name="unitIds">The units whose records have changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task OutdateScoresAsync(this KaoheDb db, int year, IReadOnlyCollection<string> unitIds, CancellationToken cancellationToken)
    {
        if (unitIds.Count == 0 || !await db.Scores.AnyAsync(score => score.CycleYear == year, cancellationToken))
        {
            return;
        }

        foreach (var row in await db.Scores.Where(score => score.CycleYear == year && unitIds.Contains(score.UnitId)).ToListAsync(cancellationToken))
        {
            row.Write(row.Value with { IsOutdated = true });
        }
    }
}
