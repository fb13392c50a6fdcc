using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Office;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Problem = Kaohe.Office.Problem;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>指标建议: taken in as long as the year's targets can still be set. What was proposed is kept with the task, from which 考核办 collates it.</summary>
internal sealed class IndicatorProposalEffect : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.IndicatorProposal];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Form is IndicatorProposalForm form && completion.Task.CycleYear is { } year && await completion.Db.CycleAsync(year, cancellationToken) is { } cycle)
        {
            Rule.CheckAll([new YearHasNotBegunRule(year, cycle.Status)]);
            form.ToProposal(completion.Task).CheckComplete();
        }

        return [];
    }
}
