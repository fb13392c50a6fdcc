using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Completions;

/// <summary>安排诫勉谈话: day, hour, place and who talks go on record, and from there into the notice.</summary>
/// <param name="admonitions">Keeps 诫勉谈话.</param>
internal sealed class AdmonitionArranged(AdmonitionService admonitions) : ITaskEffect
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.AdmonitionArrangement];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Form is not AdmonitionArrangementForm { HeldOn: { } day, At: { } hour } form
            || completion.Task is not { CycleYear: { } year, UnitId: { } unit })
        {
            return [];
        }

        var talk = new TalkArrangement(OfficeTime.At(day, hour), form.Place.Trim(), form.InterviewerId);
        return await FormPaths.TryAsync(() => admonitions.ArrangeForTaskAsync(completion.Db, completion.Actor, year, unit, talk, cancellationToken), path => path);
    }
}
