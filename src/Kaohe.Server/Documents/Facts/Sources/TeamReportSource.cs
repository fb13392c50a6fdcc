using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Units;
using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>考核组报告: the team's own words, and the figures of meeting, ballots, talks, evidence, indicators and ratings behind them.</summary>
/// <param name="scores">Scores as they stand.</param>
internal sealed class TeamReportSource(YearScores scores) : IFieldSource
{
    private static readonly char[] _listMarks = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '是', '、', '.', '．', '（', '）', '(', ')', ' ', '　', .. "0123456789"];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["考核组报告"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.About is not { } unit)
        {
            return;
        }

        await AddWorkAsync(sheet, unit, cancellationToken);
        if (await sheet.Work.FormAsync<TeamReportForm>(TaskKinds.TeamReport, unit.Id, cancellationToken) is { } report)
        {
            sheet.Know("目标任务完成情况", report.Performance);
            sheet.Know("主要成绩", report.Achievements);
            sheet.Know("综合评价意见", report.Opinion);
            sheet.Know("问题", Lines(report.Shortcomings).Select(text => (object?)new Dictionary<string, object?> { ["内容"] = text }).ToList());
        }

        await AddFiguresAsync(sheet, unit, cancellationToken);
        AddSignatures(sheet, unit, await sheet.Work.TaskAsync(TaskKinds.TeamReportSignature, unit.Id, cancellationToken));
    }

    private static async Task AddWorkAsync(FactSheet sheet, Unit unit, CancellationToken cancellationToken)
    {
        var meeting = await sheet.Work.FormAsync<MeetingForm>(TaskKinds.MeetingRecord, unit.Id, cancellationToken);
        var talks = await sheet.Work.FormAsync<InterviewRecordForm>(TaskKinds.InterviewRecord, unit.Id, cancellationToken);
        var finding = await sheet.Work.FormAsync<FindingForm>(TaskKinds.SupervisionFinding, unit.Id, cancellationToken);
        var tally = await sheet.Db.Tallies.AsNoTracking().FirstOrDefaultAsync(
            row => row.CycleYear == sheet.Subject.CycleYear && row.UnitId == unit.Id && row.Component == CompositeComponent.Ballots, cancellationToken);
        sheet.Know("应到人数", meeting?.Expected);
        sheet.Know("实到人数", meeting?.Names().Count);
        sheet.Know("测评有效票", tally?.Value.Tally.Kinds.Sum(kind => kind.Valid) ?? 0);
        sheet.Know("谈话人数", talks?.Talks.Count ?? 0);
        sheet.Know("核实指标数", finding?.Items.Count);
    }

    private async Task AddFiguresAsync(FactSheet sheet, Unit unit, CancellationToken cancellationToken)
    {
        if (sheet.Scheme is not { } scheme)
        {
            return;
        }

        var figures = await IndicatorFigures.OfAsync(sheet.Db, sheet.Subject.CycleYear, unit, cancellationToken);
        var score = await scores.OfAsync(sheet.Db, sheet.Subject.CycleYear, unit.Id, cancellationToken);
        var nodes = score.Why.Find(ComponentNames.Of(CompositeComponent.Targets));
        sheet.Know("资料份数", figures.Sum(figure => figure.Reading?.Evidence.Count ?? 0));
        sheet.Know("指标", figures.Select(figure => (object?)new Dictionary<string, object?>
        {
            ["名称"] = figure.Indicator.Name,
            ["目标值"] = figure.Shown(figure.Target?.Sure),
            ["完成值"] = figure.Shown(figure.Reading?.Value),
            ["权重"] = Shown.Number(figure.Indicator.Weight),
            ["得分"] = nodes?.Find(figure.Indicator.Name)?.Score is { } points ? points : "—",
        }).ToList());
        sheet.Know("评价", score.Components.Select(part => (object?)new Dictionary<string, object?>
        {
            ["项目"] = ComponentNames.Of(part.Component),
            ["得分"] = part.Score is { } value ? value : "—",
            ["权重"] = Shown.Number(part.Weight),
            ["说明"] = Remark(part, scheme),
        }).ToList());
    }

    private static string Remark(ComponentScore part, Scheme scheme) => part switch
    {
        { Score: null } => "有效票不足或尚未复核，待考核汇总时处理",
        { EffectiveWeight: { } effective } when effective != part.Weight => $"实际权重{Shown.Number(effective)}%",
        { Component: CompositeComponent.Targets } => "按认定的完成值计算",
        _ => string.Join('、', scheme.BallotsOf(part.Component).Kinds.Select(kind => $"{kind.Name}{Shown.Number(kind.Weight)}%")),
    };

    private static void AddSignatures(FactSheet sheet, Unit unit, HumanTask? signed)
    {
        var form = TaskForms.Read(TaskKinds.TeamReportSignature, signed?.Data) as TeamSignatureForm;
        sheet.Know("不同意见", form?.Dissent);
        if (sheet.Team is not { } team)
        {
            return;
        }

        var at = signed?.EndedAt is { } moment && form is { Confirmed: true } ? $"已签署　{OfficeTime.DateOf(moment):yyyy年M月d日}" : "";
        var homes = sheet.Units.ToDictionary(one => one.Id, one => one.ShortName);
        sheet.Know("考核组", team.MembersFor(unit.Id).Select(id => (object?)new Dictionary<string, object?>
        {
            ["职务"] = id == team.LeaderId ? "组长" : "成员",
            ["姓名"] = sheet.NameOf(id),
            ["单位"] = sheet.Officials.GetValueOrDefault(id) is { } person ? homes.GetValueOrDefault(person.UnitId, "") : "",
            ["签名"] = at,
        }).ToList());
    }

    // People number their points in many ways; the paper numbers them itself.
    private static IEnumerable<string> Lines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 1 ? lines : lines.Select(line => line.TrimStart(_listMarks)).Where(line => line.Length > 0);
    }
}
