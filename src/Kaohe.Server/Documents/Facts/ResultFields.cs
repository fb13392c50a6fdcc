using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Units;
using Kaohe.Office;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts;

/// <summary>Fields about scores, ranks, grades and what follows from them. A figure that is not on record yet is left out.</summary>
internal static class ResultFields
{
    /// <summary>The result of the one unit that a document is about.</summary>
    public static async Task AddUnitAsync(
        KaoheDb db, Dictionary<string, object?> fields, DocumentSubject subject, Scheme scheme, Unit unit, CancellationToken cancellationToken)
    {
        var row = await db.Scores.AsNoTracking().FirstOrDefaultAsync(s => s.CycleYear == subject.CycleYear && s.UnitId == unit.Id, cancellationToken);
        if (row is { Total: { } total })
        {
            fields["总分"] = Math.Round(total, scheme.Decimals, MidpointRounding.AwayFromZero);
            fields["分组"] = scheme.Groups.FirstOrDefault(group => group.Id == row.GroupId)?.Name ?? row.GroupId;
            fields["单位数"] = await db.Scores.CountAsync(s => s.CycleYear == subject.CycleYear && s.GroupId == row.GroupId, cancellationToken);
            fields["名次"] = row.Rank;
            fields["明细"] = Parts(row.Value, scheme);
        }

        var decision = (await db.GradeDecisions.AsNoTracking().FirstOrDefaultAsync(d => d.CycleYear == subject.CycleYear && d.UnitId == unit.Id, cancellationToken))?.Value;
        if (decision is not null)
        {
            fields["等次"] = GradeNames.Of(decision.Decided, scheme.Grades.Labels);
            fields["审定会议"] = decision.Minutes;
        }

        var consequences = (await db.Consequences.AsNoTracking().Where(c => c.CycleYear == subject.CycleYear && c.UnitId == unit.Id).ToListAsync(cancellationToken)).ConvertAll(c => c.Value);
        var rectifies = consequences.Exists(one => one.Kind == ConsequenceKind.Rectification);
        fields["需整改"] = rectifies;
        fields["整改报告期限"] = rectifies ? OfficeTime.DateOf(subject.At).AddMonths(scheme.Timing.RectificationMonths) : "";
        fields["需诫勉谈话"] = consequences.Exists(one => one.Kind == ConsequenceKind.Admonition);
        fields["组织调整提示"] = consequences.Exists(one => one.Kind == ConsequenceKind.OrganisationalAdjustment);
        fields["诫勉事由"] = string.Join('；', consequences.Where(one => one.Kind == ConsequenceKind.Admonition).SelectMany(one => one.Reasons).Distinct());
        fields["问题"] = Weak(row?.Value, scheme).Select(text => (object?)new Dictionary<string, object?>
        {
            ["内容"] = text,
            ["要求"] = "分析原因，提出限期整改意见并落实",
            ["时限"] = OfficeTime.DateOf(subject.At).AddMonths(scheme.Timing.RectificationMonths),
        }).ToList();
    }

    /// <summary>The tables over all units.</summary>
    public static async Task AddAllAsync(
        KaoheDb db, Dictionary<string, object?> fields, DocumentSubject subject, Scheme scheme, IReadOnlyList<Unit> units, CancellationToken cancellationToken)
    {
        var scores = await db.Scores.AsNoTracking().Where(s => s.CycleYear == subject.CycleYear && s.Total != null)
            .OrderBy(s => s.GroupId).ThenBy(s => s.Rank).ToListAsync(cancellationToken);
        if (scores.Count == 0)
        {
            return;
        }

        var names = units.ToDictionary(unit => unit.Id);
        var decisions = (await db.DecisionsAsync(subject.CycleYear, cancellationToken)).ToDictionary(decision => decision.UnitId);
        if (decisions.Count > 0)
        {
            fields["县市区"] = Table(UnitKind.County);
            fields["市直部门"] = Table(UnitKind.Department);
            fields["审定会议"] = decisions.Values.First().Minutes;
            fields["先进单位"] = decisions.Values.Where(decision => decision.Decided == Grade.Good && names.ContainsKey(decision.UnitId))
                .OrderBy(decision => names[decision.UnitId].Kind).ThenBy(decision => names[decision.UnitId].Order)
                .Select(decision => (object?)new Dictionary<string, object?> { ["名称"] = names[decision.UnitId].Name }).ToList();
        }

        if (subject.UnitId is null)
        {
            fields["分组"] = string.Join('、', scheme.Groups.Select(group => group.Name));
            fields["得分"] = scores.Where(score => names.ContainsKey(score.UnitId)).Select(score => (object?)Line(score.Value, score.Rank, names[score.UnitId], scheme)).ToList();
            fields["计算口径"] = string.Join('、', scheme.Composite.Select(weight => $"{ComponentNames.Of(weight.Component)}{weight.Weight:0.##}%")) + $"，加减分另计，保留{scheme.Decimals}位小数";
            fields["联席会议确认"] = "待联席会议确认";
        }

        List<object?> Table(UnitKind kind) =>
        [
            .. scores.Where(score => names.TryGetValue(score.UnitId, out var unit) && unit.Kind == kind).Select(score => (object?)new Dictionary<string, object?>
            {
                ["名次"] = score.Rank,
                ["单位"] = names[score.UnitId].ShortName,
                ["得分"] = Math.Round(score.Total!.Value, scheme.Decimals, MidpointRounding.AwayFromZero),
                ["等次"] = decisions.TryGetValue(score.UnitId, out var decision) ? GradeNames.Of(decision.Decided, scheme.Grades.Labels) : "",
            }),
        ];
    }

    private static Dictionary<string, object?> Line(CompositeScore score, int? rank, Unit unit, Scheme scheme) => new()
    {
        ["名次"] = rank,
        ["单位"] = unit.ShortName,
        ["目标任务"] = Shown(score.ScoreOf(CompositeComponent.Targets), scheme),
        ["民主测评"] = Shown(score.ScoreOf(CompositeComponent.Ballots), scheme),
        ["民意调查"] = Shown(score.ScoreOf(CompositeComponent.Survey), scheme),
        ["社会评价"] = Shown(score.ScoreOf(CompositeComponent.Social), scheme),
        ["加减分"] = Shown(score.Adjustment, scheme),
        ["总分"] = Shown(score.Total, scheme),
    };

    private static List<object?> Parts(CompositeScore score, Scheme scheme) =>
    [
        .. score.Components.Select(part => (object?)new Dictionary<string, object?>
        {
            ["项目"] = ComponentNames.Of(part.Component),
            ["权重"] = part.Weight,
            ["得分"] = Shown(part.Score, scheme),
            ["说明"] = part.EffectiveWeight is { } effective && effective != part.Weight ? $"实际权重{effective:0.##}%" : part.Score is null ? "未计入" : "",
        }),
        new Dictionary<string, object?> { ["项目"] = "加减分", ["权重"] = "", ["得分"] = Shown(score.Adjustment, scheme), ["说明"] = score.Adjustment == 0 ? "无加减分事项" : "" },
    ];

    private static IEnumerable<string> Weak(CompositeScore? score, Scheme scheme)
    {
        var line = scheme.Grades.Lines.FirstOrDefault(one => one.Grade == Grade.FairlyGood)?.From ?? 80m;
        return (score?.Components ?? []).Where(part => part.Score < line)
            .Select(part => $"{ComponentNames.Of(part.Component)}得分{Shown(part.Score, scheme)}，低于{line:0.##}分。");
    }

    private static object Shown(decimal? score, Scheme scheme) => score is { } value ? Math.Round(value, scheme.Decimals, MidpointRounding.AwayFromZero) : "—";
}
