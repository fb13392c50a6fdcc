using Kaohe.Activities;
using Kaohe.Storage;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles;

/// <summary>Where one of the 11 steps stands.</summary>
public enum StepState
{
    /// <summary>Not reached.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Active,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>The flow could not go on.</summary>
    Faulted,
}

/// <summary>One of the 11 steps in a year's flow.</summary>
/// <param name="Code">The step (<see cref="StepCodes"/>).</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it started; null before.</param>
/// <param name="CompletedAt">When it ended; null before.</param>
/// <param name="RestsUntil">When its next round begins, while it waits for its first one or between two; null otherwise.</param>
public sealed record StepProgress(string Code, StepState State, DateTimeOffset? StartedAt = null, DateTimeOffset? CompletedAt = null, DateTimeOffset? RestsUntil = null)
{
    /// <summary>The 11 steps of a year's flow; all waiting while it has not started. A step that was sent back counts by its last run.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="instanceId">The flow; null before the start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<StepProgress>> OfAsync(KaoheDb db, string? instanceId, CancellationToken cancellationToken)
    {
        var types = StepCodes.All.Select(code => "Kaohe." + code).ToList();
        var runs = instanceId is null ? [] : await db.ActivityExecutions.AsNoTracking()
            .Where(run => run.WorkflowInstanceId == instanceId && types.Contains(run.ActivityType))
            .Select(run => new { run.Id, run.ActivityType, run.Status, run.StartedAt, run.CompletedAt }).ToListAsync(cancellationToken);
        var last = runs.GroupBy(run => run.ActivityType).ToDictionary(same => same.Key, same => same.MaxBy(run => run.StartedAt)!);
        var rests = await RestsAsync(db, instanceId, [.. last.Values.Where(run => run.CompletedAt is null).Select(run => run.Id)], cancellationToken);
        return
        [
            .. StepCodes.All.Select(code => last.GetValueOrDefault("Kaohe." + code) is not { } run
                ? new StepProgress(code, StepState.Waiting)
                : new StepProgress(
                    code,
                    run.Status == ActivityStatus.Faulted ? StepState.Faulted : run.CompletedAt is null ? StepState.Active : StepState.Done,
                    run.StartedAt,
                    run.CompletedAt,
                    rests.GetValueOrDefault(run.Id))),
        ];
    }

    // A step at work waits for signals without a time; before a round it waits for nothing but the clock.
    private static async Task<Dictionary<string, DateTimeOffset?>> RestsAsync(KaoheDb db, string? instanceId, IReadOnlyList<string> running, CancellationToken cancellationToken)
    {
        var waits = running.Count == 0 ? [] : await db.Bookmarks.AsNoTracking()
            .Where(bookmark => bookmark.WorkflowInstanceId == instanceId && running.Contains(bookmark.ActivityInstanceId))
            .Select(bookmark => new { bookmark.ActivityInstanceId, bookmark.DueAt }).ToListAsync(cancellationToken);
        return waits.GroupBy(wait => wait.ActivityInstanceId).Where(same => same.All(wait => wait.DueAt is not null))
            .ToDictionary(same => same.Key, same => same.Min(wait => wait.DueAt));
    }
}
