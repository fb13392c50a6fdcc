using Kaohe.Activities;
using Kaohe.Assessment.Officials;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Problem = Kaohe.Office.Problem;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>签订责任书: only the head of the unit signs, and only when every target and every leader has the other.</summary>
internal sealed class StatementSignedEffect : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.ResponsibilitySigning];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        var (db, task) = (completion.Db, completion.Task);
        if (completion.SendsBack || completion.Form is not ResponsibilityForm form || task is not { CycleYear: { } year, UnitId: { } unit })
        {
            return [];
        }

        var body = (await db.OfficialsAsync(cancellationToken)).Where(official => official.UnitId == unit && official.Rank != PostRank.Staff).ToList();
        var bound = form.Assignments.Select(row => row.IndicatorCode).ToHashSet();
        var targets = (await db.TargetsAsync(year, cancellationToken)).Where(target => target.UnitId == unit && bound.Contains(target.IndicatorCode)).ToList();
        var by = task.PrincipalId ?? completion.Actor.Id;
        var head = (await db.UnitsAsync(cancellationToken)).FirstOrDefault(one => one.Id == unit)?.LeaderOfficialId;
        form.ToStatement(task, targets).SignForUnit(by, head ?? by, body, completion.At);
        return [];
    }
}
