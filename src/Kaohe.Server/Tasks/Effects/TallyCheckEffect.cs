using Kaohe.Activities;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Office;
using Kaohe.Server.Cycles.Tallies;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>
/// 复核计票: the second person confirms the tallies that the task before has entered, or sends them back; only confirmed ones count. Nothing is confirmed
/// while a kind of rater is below its floor and the office has not decided about it.
/// </summary>
/// <param name="tallies">The tallies.</param>
internal sealed class TallyCheckEffect(TallyService tallies) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds => [TaskKinds.TallyConfirmation];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        var (db, task) = (completion.Db, completion.Task);
        if (task.CycleYear is not { } year || await CountedAsync(completion, cancellationToken) is not { } component)
        {
            return [];
        }

        var waiting = await db.Tallies.AsNoTracking()
            .Where(row => row.CycleYear == year && row.State == TallyState.Entered && row.Component == component && (task.UnitId == null || row.UnitId == task.UnitId))
            .Select(row => row.UnitId).ToListAsync(cancellationToken);
        if (completion.SendsBack)
        {
            await tallies.DisputeAsync(db, completion.Actor, year, waiting, component, task.Opinion, cancellationToken);
            return [];
        }

        var low = await tallies.BelowFloorAsync(db, year, waiting, component, cancellationToken);
        if (low.Count == 0)
        {
            await tallies.ConfirmAsync(db, completion.Actor, year, waiting, component, cancellationToken);
        }

        return [.. low.Select(problem => new Problem(nameof(KindsReachFloorRule), problem.Path, problem.Message))];
    }

    // A step may count more than one component (社会评价 and 领导评价), so the task that was submitted says which one is confirmed.
    private static async Task<CompositeComponent?> CountedAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        var kind = completion.SubmittedTaskId is { } id
            ? await completion.Db.Tasks.AsNoTracking().Where(task => task.Id == id).Select(task => task.Kind).FirstOrDefaultAsync(cancellationToken)
            : null;
        return kind is null ? null : TallyForm.ComponentOf(kind);
    }
}
