using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Tasks;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Completions;

/// <summary>核对得分 passes only when every unit has a total; otherwise the office deals with the rest and has the scores computed again.</summary>
internal sealed class ScoresChecked : ITaskEffect
{
    private const int MostNamed = 10;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.ScoreCheck];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.SendsBack || completion.Task.CycleYear is not { } year)
        {
            return [];
        }

        var incomplete = await completion.Db.Scores.AsNoTracking().Where(score => score.CycleYear == year && score.Total == null)
            .Join(completion.Db.Units, score => score.UnitId, unit => unit.Id, (_, unit) => new { unit.Order, unit.ShortName })
            .OrderBy(unit => unit.Order).Select(unit => unit.ShortName).ToListAsync(cancellationToken);
        return incomplete.Count == 0
            ? []
            : [new Problem("assessment.score_incomplete", "data.checked", $"{Named(incomplete)}得不出总分。请在“得分”页看清缺什么并逐个处理，再把这项任务退回重新计算。")];
    }

    private static string Named(List<string> units) =>
        units.Count <= MostNamed ? string.Join('、', units) : $"{string.Join('、', units.Take(MostNamed))}等 {units.Count} 个单位";
}
