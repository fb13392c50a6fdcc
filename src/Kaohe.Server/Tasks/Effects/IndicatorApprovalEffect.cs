using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>审定指标: when the 领导组 agrees, the table that 考核办 collated becomes the targets of the year; when it sends it back, nothing changes.</summary>
/// <param name="indicators">Sets targets.</param>
internal sealed class IndicatorApprovalEffect(IndicatorService indicators) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.IndicatorApproval];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        var (db, task) = (completion.Db, completion.Task);
        if (completion.SendsBack || task is not { CycleYear: { } year, InstanceId: { } instance })
        {
            return [];
        }

        if (completion.SubmittedTaskId is not { } id
            || await TaskStore.FindAsync(db, id, cancellationToken) is not { } collated
            || TaskForms.Read(collated.Task.Kind, collated.Task.Data) is not IndicatorCollationForm form)
        {
            return [new Problem("assessment.targets_not_collated", "data", "没有考核办汇总的指标方案，不能审定，请退回考核办汇总。")];
        }

        var lines = form.Collate(await TargetTable.OfAsync(db, year, instance, unitId: null, cancellationToken));
        await indicators.ApproveTargetsAsync(db, Approver(completion), year, lines, instance, completion.At, cancellationToken);
        return [];
    }

    // Who stands in for a leader decides with that leader's right.
    private static Actor Approver(TaskCompletion completion) =>
        completion.Actor.StandsInFor.FirstOrDefault(one => one.Principal.Id == completion.Task.PrincipalId)?.Principal is { } leader ? Actor.Of(leader) : completion.Actor;
}
