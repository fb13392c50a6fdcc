using Kaohe.Activities;
using Kaohe.Assessment.Admonitions;
using Kaohe.Office;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

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

        var (db, actor) = (completion.Db, completion.Actor);
        var row = await db.Admonitions.FirstOrDefaultAsync(each => each.CycleYear == year && each.UnitId == unit, cancellationToken);
        return await FormPaths.TryAsync(
            async () =>
            {
                if (row?.Value.State == AdmonitionState.Opened)
                {
                    await admonitions.NotifyAsync(db, actor, year, unit, OfficeTime.At(day, _morning), actor.Id, cancellationToken);
                }

                await admonitions.HoldAsync(db, actor, year, unit, form.Record, improveBy, cancellationToken);
            },
            path => path);
    }
}
