using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>社会评价汇总表: the confirmed tallies of 社会评价 with the score of 领导评价 beside them. A kind below its floor shows no ticks.</summary>
internal sealed class SocialSource : IFieldSource
{
    private const string None = "—";
    private static readonly string[] _options = ["好", "较好", "一般", "差", "不了解"];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["社会评价汇总表"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.Scheme is not { } scheme)
        {
            return;
        }

        var plan = await sheet.Work.FormAsync<SurveyPlanForm>(TaskKinds.SocialRatingPlan, null, cancellationToken);
        sheet.Decide("开始日期", plan?.From);
        sheet.Decide("结束日期", plan?.Until);
        sheet.Know("评价方式", plan is { Method.Length: > 0 } ? plan.Method : null);
        var tallies = await sheet.Db.Tallies.AsNoTracking().Where(row => row.CycleYear == sheet.Subject.CycleYear && row.State != TallyState.Disputed
            && (row.Component == CompositeComponent.Social || row.Component == CompositeComponent.Leaders)).ToListAsync(cancellationToken);
        var ballots = scheme.BallotsOf(CompositeComponent.Social);
        var rated = sheet.Units.Where(unit => sheet.Concerns(unit.Id))
            .Select(unit => (Unit: unit, Social: Find(unit.Id, CompositeComponent.Social), Leaders: Find(unit.Id, CompositeComponent.Leaders))).Where(one => one.Social is not null).ToList();
        if (rated.Count == 0)
        {
            return;
        }

        sheet.Know("评价单位数", rated.Count);
        sheet.Know("主体", ballots.Kinds.Select(kind => (object?)Kind(kind, [.. rated.Select(one => one.Social!.Tally.Kind(kind.Code)).OfType<KindTally>()])).ToList());
        sheet.Know("结果", rated.ConvertAll(one => (object?)Row(one.Unit.ShortName, one.Social!.Tally, ballots, Scored(scheme, CompositeComponent.Leaders, one.Leaders?.Tally))));
        sheet.Know("结果说明", Remarks(ballots));
        var counted = await sheet.Work.TaskAsync(TaskKinds.SocialRatingTally, null, cancellationToken);
        var check = await sheet.Work.FormAsync<RecountForm>(TaskKinds.TallyConfirmation, null, cancellationToken, StepCodes.SocialEvaluation);
        var first = rated[0].Social!;
        sheet.Know("汇总人", counted?.EndedByName ?? sheet.NameOf(first.EnteredBy));
        sheet.Know("复核人", check is { Checkers.Length: > 0 } ? check.Checkers : first.CheckedBy is { } by ? sheet.NameOf(by) : null);

        TwoPersonTally? Find(string unitId, CompositeComponent component) => tallies.Find(row => row.UnitId == unitId && row.Component == component)?.Value;
    }

    private static object Scored(Scheme scheme, CompositeComponent component, BallotTally? tally) =>
        tally is not null && BallotScorer.Score(component, scheme.BallotsOf(component), tally) is { IsCounted: true, Score: { } score } ? score : None;

    private static Dictionary<string, object?> Kind(BallotKind kind, IReadOnlyList<KindTally> counts) => new()
    {
        ["名称"] = kind.Name,
        ["权重"] = Shown.Number(kind.Weight),
        ["发出"] = counts.Sum(count => count.Issued),
        ["收回"] = counts.Sum(count => count.Returned),
        ["有效"] = counts.Sum(count => count.Valid),
    };

    private static Dictionary<string, object?> Row(string unit, BallotTally tally, BallotScheme ballots, object leaders)
    {
        var score = BallotScorer.Score(CompositeComponent.Social, ballots, tally);
        var shown = ballots.Kinds.Where((_, place) => score.Children[place].IsCounted).Select(kind => tally.Kind(kind.Code)).OfType<KindTally>().ToList();
        var row = new Dictionary<string, object?>
        {
            ["单位"] = unit,
            ["发出"] = tally.Kinds.Sum(kind => kind.Issued),
            ["收回"] = tally.Kinds.Sum(kind => kind.Returned),
            ["有效"] = tally.Kinds.Sum(kind => kind.Valid),
            ["得分"] = score is { IsCounted: true, Score: { } value } ? value : None,
            ["领导评价"] = leaders,
        };
        foreach (var label in _options)
        {
            row[label] = shown.Count > 0 && ballots.Options.FirstOrDefault(option => option.Label == label) is { } option ? shown.Sum(kind => kind.Count(option.Code)) : None;
        }

        return row;
    }

    private static string Remarks(BallotScheme ballots) =>
        $"注：得分按{string.Join('、', ballots.Options.Where(option => option.Value is not null).Select(option => $"{option.Label}{Shown.Number(option.Value!.Value)}分"))}计算，选“不了解”的不计入有效票；"
        + $"某类评价主体的有效票少于{ballots.Kinds.Max(kind => kind.Floor)}票的，不列各档票数、不计算得分，权重由其他主体分担。";
}
