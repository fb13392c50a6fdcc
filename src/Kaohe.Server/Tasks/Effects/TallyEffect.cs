using Kaohe.Activities;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Office;
using Kaohe.Server.Cycles.Tallies;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>计票: the sheets become the units' tallies, which wait for the second person.</summary>
/// <param name="tallies">The tallies.</param>
internal sealed class TallyEffect(TallyService tallies) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds => [TaskKinds.BallotTally, TaskKinds.SurveyTally, TaskKinds.SocialRatingTally, TaskKinds.LeaderRatingTally];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Form is TallyForm form && TallyForm.ComponentOf(completion.Task.Kind) is { } component && completion.Task.CycleYear is { } year)
        {
            foreach (var sheet in form.Sheets)
            {
                await tallies.EnterAsync(completion.Db, completion.Actor, year, TallyForm.ToTally(sheet, component), cancellationToken);
            }
        }

        return [];
    }
}

/// <summary>复核计票: the second person confirms the tallies of the step, or sends them back; only confirmed ones count.</summary>
/// <param name="tallies">The tallies.</param>
internal sealed class TallyCheckEffect(TallyService tallies) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds => [TaskKinds.TallyConfirmation];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        var (db, task) = (completion.Db, completion.Task);
        if (task.CycleYear is not { } year)
        {
            return [];
        }

        var components = ComponentsOf(task.StepCode);
        var waiting = await db.Tallies.AsNoTracking()
            .Where(row => row.CycleYear == year && row.State == TallyState.Entered && components.Contains(row.Component) && (task.UnitId == null || row.UnitId == task.UnitId))
            .Select(row => new { row.UnitId, row.Component }).ToListAsync(cancellationToken);
        foreach (var tally in waiting)
        {
            await (completion.SendsBack
                ? tallies.DisputeAsync(db, completion.Actor, year, tally.UnitId, tally.Component, task.Opinion, cancellationToken)
                : tallies.ConfirmAsync(db, completion.Actor, year, tally.UnitId, tally.Component, cancellationToken));
        }

        return [];
    }

    private static IReadOnlyList<CompositeComponent> ComponentsOf(string? stepCode) => stepCode switch
    {
        StepCodes.DemocraticEvaluation => [CompositeComponent.Ballots],
        StepCodes.PublicOpinionSurvey => [CompositeComponent.Survey],
        StepCodes.SocialEvaluation => [CompositeComponent.Social, CompositeComponent.Leaders],
        _ => [],
    };
}
