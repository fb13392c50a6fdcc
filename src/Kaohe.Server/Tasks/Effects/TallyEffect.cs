using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Cycles.Tallies;
using Kaohe.Server.Tasks.Forms.Records;

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
            await tallies.EnterAsync(completion.Db, completion.Actor, year, [.. form.Sheets.Select(sheet => TallyForm.ToTally(sheet, component))], cancellationToken);
        }

        return [];
    }
}
