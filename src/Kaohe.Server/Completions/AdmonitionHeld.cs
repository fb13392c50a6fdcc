using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Completions;

/// <summary>诫勉谈话: the talk goes on record; whoever completes the task is the one who talked.</summary>
/// <param name="admonitions">Keeps 诫勉谈话.</param>
internal sealed class AdmonitionHeld(AdmonitionService admonitions) : ITaskEffect
{
    private static readonly TimeOnly _morning = new(9, 0);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.Admonition];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Form is not AdmonitionForm { HeldOn: { } day, ImproveBy: { } improveBy } form
            || completion.Task is not { CycleYear: { } year, UnitId: { } unit })
        {
            return [];
        }

        return await FormPaths.TryAsync(
            () => admonitions.RecordAsync(
                completion.Db, completion.Actor, year, unit, new TalkArrangement(OfficeTime.At(day, _morning), form.Place, completion.Actor.Id), form.Record, improveBy, cancellationToken),
            path => path);
    }
}
