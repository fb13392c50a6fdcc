using Kaohe.Activities;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;
using Kaohe.Office;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>等次建议 as the system proposes, and the 会议纪要 of what the 领导组 decided about it.</summary>
internal sealed class GradePaperSource : IFieldSource
{
    private const string Proposal = "等次建议";
    private static readonly Grade[] _grades = [Grade.Good, Grade.FairlyGood, Grade.Average, Grade.Poor];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = [Proposal, "会议纪要"];

    /// <inheritdoc/>
    public Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.Scheme is not { } scheme)
        {
            return Task.CompletedTask;
        }

        sheet.Know("最高等次", GradeNames.Of(Grade.Good, scheme.Grades.Labels));
        return sheet.Subject.Template == Proposal ? AddProposalAsync(sheet, scheme, cancellationToken) : AddMinutesAsync(sheet, scheme, cancellationToken);
    }

    private static async Task AddProposalAsync(FactSheet sheet, Scheme scheme, CancellationToken cancellationToken)
    {
        var proposals = (await sheet.Db.GradeProposals.AsNoTracking().Where(row => row.CycleYear == sheet.Subject.CycleYear).ToListAsync(cancellationToken)).ConvertAll(row => row.Value);
        var groups = scheme.Groups.Select(group => (group.Name, Proposal: proposals.Find(one => one.GroupId == group.Id))).Where(group => group.Proposal is not null).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var names = sheet.Units.ToDictionary(unit => unit.Id, unit => unit.ShortName);
        sheet.Know("组", groups.ConvertAll(group => (object?)new Dictionary<string, object?>
        {
            ["名称"] = group.Name,
            ["单位数"] = group.Proposal!.Units.Count,
            ["最高等次"] = GradeNames.Of(Grade.Good, scheme.Grades.Labels),
            ["名额"] = group.Proposal.GoodSeats,
            ["构成"] = string.Join('、', Counts(scheme, group.Proposal.Units.Select(unit => unit.Proposed))),
        }));
        var open = groups.SelectMany(group => group.Proposal!.Undecided.Select(id => names.GetValueOrDefault(id, id))).ToList();
        sheet.Know("待定情况", open.Count == 0 ? "各单位均有明确的等次建议，没有需由领导组另行决定的单位。" : $"{string.Join('、', open)}没有明确的等次建议，请领导组决定等次并写明理由。");
        sheet.Know("建议", groups.SelectMany(group => group.Proposal!.Units.Select(unit => (object?)new Dictionary<string, object?>
        {
            ["组别"] = group.Name,
            ["名次"] = unit.Rank is { } rank ? rank : "—",
            ["单位"] = names.GetValueOrDefault(unit.UnitId, unit.UnitId),
            ["得分"] = unit.Score is { } score ? score : "—",
            ["等次"] = unit.Proposed is { } grade ? GradeNames.Of(grade, scheme.Grades.Labels) : "待领导组决定",
            ["依据"] = string.Concat(unit.Reasons),
        })).ToList());
    }

    private static async Task AddMinutesAsync(FactSheet sheet, Scheme scheme, CancellationToken cancellationToken)
    {
        var order = sheet.Units.Select((unit, place) => (unit.Id, Place: place)).ToDictionary(one => one.Id, one => one.Place);
        var decisions = (await sheet.Db.DecisionsAsync(sheet.Subject.CycleYear, cancellationToken)).Where(one => order.ContainsKey(one.UnitId)).OrderBy(one => order[one.UnitId]).ToList();
        if (decisions.Count == 0)
        {
            return;
        }

        var names = sheet.Units.ToDictionary(unit => unit.Id, unit => unit.ShortName);
        var task = await sheet.Work.TaskAsync(TaskKinds.GradeDecision, null, cancellationToken);
        sheet.Know("会议纪要", decisions[0].Minutes);
        sheet.Know("审定日期", OfficeTime.DateOf(decisions.Max(decision => decision.At)));
        sheet.Know("单位数", decisions.Count);
        sheet.Know("一致数", decisions.Count(decision => !decision.Differs));
        sheet.Know("结果", (
            from @group in scheme.Groups
            from grade in _grades
            let units = decisions.Where(decision => decision.GroupId == @group.Id && decision.Decided == grade).Select(decision => names[decision.UnitId]).ToList()
            where units.Count > 0
            select (object?)new Dictionary<string, object?>
            {
                ["组别"] = @group.Name, ["等次"] = GradeNames.Of(grade, scheme.Grades.Labels), ["个数"] = units.Count, ["单位"] = string.Join('、', units),
            }).ToList());
        sheet.Know("变更", decisions.Where(decision => decision.Differs).Select(decision => (object?)new Dictionary<string, object?>
        {
            ["单位"] = names[decision.UnitId],
            ["建议"] = decision.Proposed is { } proposed ? $"“{GradeNames.Of(proposed, scheme.Grades.Labels)}”" : "由领导组决定",
            ["审定"] = $"“{GradeNames.Of(decision.Decided, scheme.Grades.Labels)}”",
            ["理由"] = decision.Reason.TrimEnd('。') + "。",
        }).ToList());
        sheet.Know("超名额理由", decisions.Select(decision => decision.OverQuotaReason).FirstOrDefault(reason => !string.IsNullOrWhiteSpace(reason)));
        sheet.Know("登记人", task?.EndedByName ?? sheet.NameOf(decisions[0].By));
    }

    private static IEnumerable<string> Counts(Scheme scheme, IEnumerable<Grade?> grades)
    {
        var all = grades.ToList();
        return _grades.Where(grade => all.Contains(grade)).Select(grade => $"{GradeNames.Of(grade, scheme.Grades.Labels)}{all.Count(one => one == grade)}个")
            .Concat(all.Contains(null) ? [$"待定{all.Count(one => one is null)}个"] : []);
    }
}
