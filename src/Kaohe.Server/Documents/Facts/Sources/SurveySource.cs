using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Kaohe.Assessment.Units;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>民意调查报告: window and method from the plan, figures from the confirmed tallies of all units.</summary>
internal sealed class SurveySource : IFieldSource
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["民意调查报告"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.Scheme is not { } scheme)
        {
            return;
        }

        var plan = await sheet.Work.FormAsync<SurveyPlanForm>(TaskKinds.SurveyPlan, null, cancellationToken);
        sheet.Decide("开始日期", plan?.From);
        sheet.Decide("结束日期", plan?.Until);
        sheet.Decide("调查方式", plan is { Method.Length: > 0 } ? plan.Method.TrimEnd('。') + (plan.SampleSize is { } size ? $"的方式，每个单位样本{size}个" : "的方式") : null);
        var rows = await sheet.Db.Tallies.AsNoTracking()
            .Where(row => row.CycleYear == sheet.Subject.CycleYear && row.Component == CompositeComponent.Survey && row.State != TallyState.Disputed).ToListAsync(cancellationToken);
        var ballots = scheme.BallotsOf(CompositeComponent.Survey);
        var results = sheet.Units.Select(unit => rows.Find(row => row.UnitId == unit.Id) is { } row ? SurveyResult.Of(unit, row.Value.Tally, ballots) : null).OfType<SurveyResult>().ToList();
        if (results.Count == 0)
        {
            return;
        }

        var (returned, valid) = (results.Sum(result => result.Returned), results.Sum(result => result.Valid));
        sheet.Know("回收数", returned);
        sheet.Know("有效数", valid);
        sheet.Know("有效率", returned == 0 ? 0m : valid * 100m / returned);
        sheet.Know("结果", results.OrderBy(result => result.Unit.Kind).ThenByDescending(result => result.Score ?? -1m).Select(result => (object?)new Dictionary<string, object?>
        {
            ["单位"] = result.Unit.ShortName,
            ["有效数"] = result.Valid,
            ["满意率"] = result.Score is null ? "—" : result.Satisfied,
            ["得分"] = result.Score is { } score ? score : "—",
        }).ToList());
        sheet.Know("意见", SurveyText.Findings(results).Select(text => (object?)new Dictionary<string, object?> { ["内容"] = text }).ToList());
        sheet.Know("结果说明", SurveyText.Method(ballots, results));
    }
}

/// <summary>What people said of a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Returned">Answers.</param>
/// <param name="Valid">Answers with an opinion.</param>
/// <param name="Good">好 and 较好.</param>
/// <param name="Bad">一般 and 差.</param>
/// <param name="Score">Unrounded; null below the floor.</param>
internal sealed record SurveyResult(Unit Unit, int Returned, int Valid, int Good, int Bad, decimal? Score)
{
    private const decimal Satisfying = 80m;

    /// <summary>满意率 in percent, unrounded.</summary>
    public decimal Satisfied => Valid == 0 ? 0m : Good * 100m / Valid;

    /// <summary>Counts a tally.</summary>
    public static SurveyResult Of(Unit unit, BallotTally tally, BallotScheme ballots)
    {
        var counted = ballots.Options.Where(option => option.Value is not null).ToList();
        return new SurveyResult(
            unit, tally.Kinds.Sum(kind => kind.Returned), Ticks(counted), Ticks(counted.Where(option => option.Value >= Satisfying)), Ticks(counted.Where(option => option.Value < Satisfying)),
            BallotScorer.Score(CompositeComponent.Survey, ballots, tally) is { IsCounted: true, Score: { } score } ? score : null);

        int Ticks(IEnumerable<BallotOption> options) => options.Sum(option => tally.Kinds.Sum(kind => kind.Count(option.Code)));
    }
}

/// <summary>The sentences of the report.</summary>
internal static class SurveyText
{
    private const int Most = 3;

    /// <summary>What the figures say.</summary>
    public static IEnumerable<string> Findings(IReadOnlyList<SurveyResult> results)
    {
        yield return $"总体满意率为{Rate(results)}%{Group(UnitKind.County, "县（市、区）")}{Group(UnitKind.Department, "市直部门（单位）")}。";
        var ranked = results.Where(result => result.Score is not null).OrderByDescending(result => result.Satisfied).ThenBy(result => result.Unit.Kind).ThenBy(result => result.Unit.Order).ToList();
        if (ranked.Count > Most)
        {
            yield return $"满意率居前的是{Names(ranked.Take(Most))}。";
            yield return $"满意率居后的是{Names(ranked.AsEnumerable().Reverse().Take(Most))}，群众评价有待提高。";
        }

        var bad = results.Sum(result => result.Bad);
        yield return $"选择“一般”和“差”的评价{bad}份，占有效评价的{Shown.Score(results.Sum(result => result.Valid) is > 0 and var valid ? bad * 100m / valid : 0m, 1)}%。";
        string Group(UnitKind kind, string name) =>
            results.Where(result => result.Unit.Kind == kind).ToList() is { Count: > 0 } own ? $"，{name}为{Rate(own)}%" : "";
    }

    /// <summary>How the figures were worked out.</summary>
    public static string Method(BallotScheme ballots, IReadOnlyList<SurveyResult> results)
    {
        var values = string.Join('、', ballots.Options.Where(option => option.Value is not null).Select(option => $"{option.Label}{Shown.Number(option.Value!.Value)}分"));
        var left = results.Where(result => result.Score is null).Select(result => result.Unit.ShortName).ToList();
        return $"满意率为选择“好”和“较好”的评价占有效评价的比例；得分按{values}计算，选择“不了解”的不计入有效评价。"
            + $"某类评价主体的有效评价少于{ballots.Kinds.Max(kind => kind.Floor)}份的，为保护被调查人不单独出分。"
            + (left.Count > 0 ? $"{string.Join('、', left)}有效评价不足，不出分。" : "");
    }

    private static string Rate(IReadOnlyCollection<SurveyResult> results) =>
        Shown.Score(results.Sum(result => result.Valid) is > 0 and var valid ? results.Sum(result => result.Good) * 100m / valid : 0m, 1);

    private static string Names(IEnumerable<SurveyResult> results) => string.Join('、', results.Select(result => $"{result.Unit.ShortName}（{Shown.Score(result.Satisfied, 1)}%）"));
}
