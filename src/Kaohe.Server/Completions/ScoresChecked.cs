using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Tasks;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Completions;

/// <summary>
/// 核对得分 passes only when every unit has a total; otherwise the office deals with the rest and has the scores computed again. Neither the check nor the
/// 联席会议 confirms scores of which something has changed since they were computed.
/// </summary>
internal sealed class ScoresChecked : ITaskEffect
{
    private const int MostNamed = 10;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.ScoreCheck, TaskKinds.JointMeeting];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.SendsBack || completion.Task.CycleYear is not { } year)
        {
            return [];
        }

        var outdated = (await completion.Db.ScoresAsync(year, cancellationToken)).Where(score => score.IsOutdated).Select(score => score.UnitId).ToHashSet();
        if (outdated.Count > 0)
        {
            var names = (await completion.Db.UnitsAsync(cancellationToken)).Where(unit => outdated.Contains(unit.Id)).Select(unit => unit.ShortName).ToList();
            return [new Problem("assessment.score_outdated", "data", $"{Named(names)}的完成值、计票或加减分在计算得分以后改过，得分已经过时。请先处理未认定、未核对的数据，再退回重新计算。")];
        }

        if (completion.Task.Kind != TaskKinds.ScoreCheck)
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
