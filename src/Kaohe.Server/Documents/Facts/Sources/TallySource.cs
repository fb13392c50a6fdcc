using Kaohe.Activities;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Kaohe.Office;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>计票汇总表: the count of the 民主测评 of one unit, as entered by one person and confirmed by another. A kind below its floor shows no ticks.</summary>
internal sealed class TallySource : IFieldSource
{
    private static readonly string[] _options = ["好", "较好", "一般", "差", "不了解"];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["计票汇总表"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet is not { About: { } unit, Scheme: { } scheme }
            || await sheet.Db.Tallies.AsNoTracking().FirstOrDefaultAsync(
                row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == unit.Id && row.Component == CompositeComponent.Ballots, cancellationToken) is not { } stored)
        {
            return;
        }

        var tally = stored.Value;
        var ballots = scheme.BallotsOf(CompositeComponent.Ballots);
        var score = BallotScorer.Score(CompositeComponent.Ballots, ballots, tally.Tally);
        var meeting = await sheet.Work.FormAsync<MeetingForm>(TaskKinds.MeetingRecord, unit.Id, cancellationToken);
        var counted = await sheet.Work.TaskAsync(TaskKinds.BallotTally, unit.Id, cancellationToken);
        var check = await sheet.Work.FormAsync<RecountForm>(TaskKinds.TallyConfirmation, unit.Id, cancellationToken, StepCodes.DemocraticEvaluation);
        sheet.Know("测评对象", unit.Name + "领导班子");
        sheet.Know("测评日期", meeting?.HeldOn ?? OfficeTime.DateOf(tally.EnteredAt));
        sheet.Know("测评地点", meeting is { Place.Length: > 0 } ? meeting.Place : $"{unit.ShortName}考核大会会场");
        sheet.Know("计票", ballots.Kinds.Select((kind, place) => (object?)Row(ballots, kind, tally.Tally.Kind(kind.Code), score.Children[place])).ToList());
        sheet.Know("测评得分", score.Score is { } total ? Math.Round(total, scheme.Decimals, MidpointRounding.AwayFromZero) : "—");
        sheet.Know("有效票下限", ballots.Kinds.Max(kind => kind.Floor));
        sheet.Know("情况说明", Remarks(ballots, tally.Tally, score));
        sheet.Know("计票人", counted?.EndedByName ?? sheet.NameOf(tally.EnteredBy));
        sheet.Know("监票人", check is { Checkers.Length: > 0 } ? check.Checkers : tally.CheckedBy is { } by ? sheet.NameOf(by) : null);
    }

    private static Dictionary<string, object?> Row(BallotScheme ballots, BallotKind kind, KindTally? tally, Explanation score)
    {
        var row = new Dictionary<string, object?>
        {
            ["主体"] = kind.Name,
            ["发出"] = tally?.Issued ?? 0,
            ["收回"] = tally?.Returned ?? 0,
            ["有效"] = tally?.Valid ?? 0,
            ["得分"] = score is { IsCounted: true, Score: { } value } ? value : "—",
        };
        foreach (var label in _options)
        {
            row[label] = score.IsCounted && ballots.Options.FirstOrDefault(option => option.Label == label) is { } option ? tally?.Count(option.Code) ?? 0 : "—";
        }

        return row;
    }

    private static string Remarks(BallotScheme ballots, BallotTally tally, Explanation score)
    {
        var (issued, returned, valid, invalid) = (
            tally.Kinds.Sum(kind => kind.Issued), tally.Kinds.Sum(kind => kind.Returned), tally.Kinds.Sum(kind => kind.Valid), tally.Kinds.Sum(kind => kind.Invalid));
        var left = ballots.Kinds.Where((_, place) => !score.Children[place].IsCounted).Select(kind => kind.Name).ToList();
        return $"共发出测评票{issued}张，收回{returned}张，有效{valid}张，无效（含不了解）{invalid}张。"
            + (issued > returned ? $"未收回的{issued - returned}张为参会人员自愿不交。" : "")
            + (left.Count > 0 ? $"{string.Join('、', left)}不计算得分，权重由其他类别分担。" : "");
    }
}
