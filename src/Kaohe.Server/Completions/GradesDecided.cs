using Kaohe.Activities;
using Kaohe.Assessment.Grades;
using Kaohe.Office;
using Kaohe.Server.Results.Grades;
using Kaohe.Server.Tasks;
using Submitted = Kaohe.Server.Tasks.Forms.Records.GradeDecisionForm;

namespace Kaohe.Server.Completions;

/// <summary>审定等次: everything that the rules of a decision find is said to the 领导组 at once; the flow puts the decision on record.</summary>
/// <param name="grades">Checks decisions.</param>
internal sealed class GradesDecided(GradeService grades) : ITaskEffect
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.GradeDecision];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Form is not Submitted form || completion.SendsBack || completion.Task.CycleYear is not { } year)
        {
            return [];
        }

        var decision = new GradeDecisionForm
        {
            Minutes = form.Minutes,
            OverQuotaReason = form.OverQuotaReason,
            Choices = [.. form.Choices.Where(choice => choice.Grade is not null).Select(choice => new GradeChoice(choice.UnitId, choice.Grade!.Value, choice.Reason))],
        };
        return FormPaths.Of(await grades.CheckAsync(completion.Db, year, decision, cancellationToken), path => path);
    }
}
