using Kaohe.Server.Cycles;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Board;

/// <summary>The 11 steps of a year's flow with the work of those under way, for the line on the 工作台.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="clock">Now.</param>
public sealed class StepLine(IDbContextFactory<KaoheDb> databases, TimeProvider clock)
{
    /// <summary>Where the year stands.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<YearLine> ReadAsync(int year, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var cycle = await db.CycleAsync(year, cancellationToken);
        var steps = await StepProgress.OfAsync(db, cycle?.WorkflowInstanceId, cancellationToken);
        var active = steps.Where(step => step.State == StepState.Active).Select(step => step.Code).ToList();
        var now = clock.GetUtcNow();
        var work = active.Count == 0 ? [] : await db.Tasks.AsNoTracking().Where(task => task.CycleYear == year && active.Contains(task.StepCode!))
            .GroupBy(task => task.StepCode!)
            .Select(same => new StepWork(same.Key, same.Count(), same.Count(task => task.IsLive), same.Count(task => task.IsLive && task.DueAt < now)))
            .ToListAsync(cancellationToken);
        return new YearLine(cycle?.Status, steps, work);
    }
}

/// <summary>Where a year stands.</summary>
/// <param name="Status">State of the year; null when it does not exist.</param>
/// <param name="Steps">The 11 steps.</param>
/// <param name="Work">Tasks of the steps under way.</param>
public sealed record YearLine(CycleStatus? Status, IReadOnlyList<StepProgress> Steps, IReadOnlyList<StepWork> Work);

/// <summary>Tasks of a step.</summary>
/// <param name="StepCode">The step.</param>
/// <param name="All">How many were opened.</param>
/// <param name="Open">How many wait for somebody.</param>
/// <param name="Overdue">How many of those are overdue.</param>
public sealed record StepWork(string StepCode, int All, int Open, int Overdue);
