using Kaohe.Activities;
using Kaohe.Assessment.Officials;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Problem = Kaohe.Office.Problem;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>签订责任书: only the head of the unit signs, and only when every target and every leader has the other.</summary>
/// <param name="desks">Who has an account.</param>
internal sealed class StatementSignedEffect(TaskDesks desks) : ITaskEffect
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

        // A head without an account cannot sign here; 考核办 has given the task to whoever signs in that place. Without targets there is nothing to break down.
        var signer = head is not null && (await desks.OpenAsync(cancellationToken)).Directory.Find(head) is not null ? head : by;
        form.ToStatement(task, targets).SignForUnit(by, signer, targets.Count == 0 ? [] : body, completion.At);
        return [];
    }
}
