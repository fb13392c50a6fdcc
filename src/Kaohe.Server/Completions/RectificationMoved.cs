using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Completions;

/// <summary>整改: asks before the task ends whether the record may move as the flow will move it, so that nobody completes what the record would refuse.</summary>
/// <param name="rectifications">Keeps 整改.</param>
internal sealed class RectificationMoved(RectificationService rectifications) : ITaskEffect
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds => [.. RectificationTasks.Moves.Keys];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Task is not { CycleYear: { } year, UnitId: { } unit })
        {
            return [];
        }

        var move = new RectificationMove
        {
            Year = year,
            UnitId = unit,
            Event = completion.SendsBack ? RectificationEvent.Returned : RectificationTasks.Moves[completion.Task.Kind],
            By = completion.Actor.Id,
            Comment = completion.Form is RecheckForm recheck ? recheck.Finding : completion.Task.Opinion ?? "",
            Completion = (completion.Form as RectificationCompletionForm)?.ToCompletion(),
            Findings = (completion.Form as RecheckForm)?.ToFindings(),
            VisitedOn = (completion.Form as RecheckForm)?.VisitedOn,
            Report = (completion.Form as RectificationForm)?.ToReport(OfficeTime.DateOf(completion.At)),
        };
        return FormPaths.Of(await rectifications.CheckAsync(completion.Db, move, cancellationToken), path => path);
    }
}
