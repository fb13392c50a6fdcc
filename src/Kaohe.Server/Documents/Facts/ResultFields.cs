using Kaohe.Assessment;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Units;
using Kaohe.Documents.Templates;
using Kaohe.Office;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Results;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Facts;

/// <summary>Fields about scores, ranks, grades and what follows from them. A figure that is not on record yet is left out.</summary>
internal static class ResultFields
{
    private const decimal PassLine = 60m;
    private const int MostIndicators = 5;
    private const int LongestName = 40;
    private static readonly string[] _tables = ["县市区", "市直部门", "先进单位"];

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
            fields["明细"] = Parts(row.WithWhy, scheme);
        }

        var decision = (await db.GradeDecisions.AsNoTracking().FirstOrDefaultAsync(d => d.CycleYear == subject.CycleYear && d.UnitId == unit.Id, cancellationToken))?.Value;
        if (decision is not null)
        {
            fields["等次"] = GradeNames.Of(decision.Decided, scheme.Grades.Labels);
            fields["审定会议"] = Sitting(decision.Minutes);
        }

        var consequences = (await db.Consequences.AsNoTracking().Where(c => c.CycleYear == subject.CycleYear && c.UnitId == unit.Id).ToListAsync(cancellationToken)).ConvertAll(c => c.Value);
        var rectifies = consequences.Exists(one => one.Kind == ConsequenceKind.Rectification);
        fields["需整改"] = rectifies;
        fields["整改报告期限"] = rectifies ? ReportDeadline.After(OfficeTime.DateOf(subject.At), scheme.Timing.RectificationMonths) : "";
        fields["需诫勉谈话"] = consequences.Exists(one => one.Kind == ConsequenceKind.Admonition);
        fields["组织调整提示"] = consequences.Exists(one => one.Kind == ConsequenceKind.OrganisationalAdjustment);
        if (consequences.Where(one => one.Kind == ConsequenceKind.Admonition).SelectMany(one => one.Reasons).Distinct().ToList() is { Count: > 0 } reasons)
        {
            fields["诫勉事由"] = string.Join('，', reasons.Select(reason => reason.TrimEnd('。').Replace($"{subject.CycleYear}年度考核", "", StringComparison.Ordinal)));
        }

        fields["问题"] = Weak(row, scheme, rectifies).Select(text => (object?)new Dictionary<string, object?>
        {
            ["内容"] = text,
            ["要求"] = "分析原因，提出限期整改意见并落实",
            ["时限"] = ReportDeadline.After(OfficeTime.DateOf(subject.At), scheme.Timing.RectificationMonths),
        }).ToList();
    }

    /// <summary>The tables over all units.</summary>
    public static async Task AddAllAsync(
        KaoheDb db, Dictionary<string, object?> fields, DocumentSubject subject, Scheme scheme, IReadOnlyList<Unit> units, CancellationToken cancellationToken)
    {
        if (subject.UnitId is not null && TemplateCatalogue.Find(subject.Template) is { } template && !template.Fields.Any(field => _tables.Contains(field.Name)))
        {
            return;
        }

        var scores = await db.Scores.AsNoTracking().Where(s => s.CycleYear == subject.CycleYear && s.Total != null)
            .OrderBy(s => s.GroupId).ThenBy(s => s.Rank).Select(s => new { s.UnitId, s.GroupId, s.Rank, s.Total, s.Json }).ToListAsync(cancellationToken);
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
            fields["审定会议"] = Sitting(decisions.Values.First().Minutes);
            fields["先进单位"] = decisions.Values.Where(decision => decision.Decided == Grade.Good && names.ContainsKey(decision.UnitId))
                .OrderBy(decision => names[decision.UnitId].Kind).ThenBy(decision => names[decision.UnitId].Order)
                .Select(decision => (object?)new Dictionary<string, object?> { ["名称"] = names[decision.UnitId].Name }).ToList();
        }

        if (subject.Template == "表彰决定")
        {
            await AddCommendedAsync(db, fields, subject.CycleYear, cancellationToken);
        }

        if (subject.UnitId is null)
        {
            fields["分组"] = string.Join('、', scheme.Groups.Select(group => group.Name));
            var shown = scores.Where(score => names.ContainsKey(score.UnitId) && (subject.RecipientIds.Count == 0 || subject.RecipientIds.Contains(score.UnitId)));
            fields["得分"] = shown.Select(score => (object?)Line(AssessmentJson.Read<CompositeScore>(score.Json), score.Rank, names[score.UnitId], scheme)).ToList();
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

    private static async Task AddCommendedAsync(KaoheDb db, Dictionary<string, object?> fields, int year, CancellationToken cancellationToken)
    {
        var people = (await db.OfficialsAsync(cancellationToken)).ToDictionary(official => official.Id);
        var commended = await db.Consequences.AsNoTracking().Where(row => row.CycleYear == year).ToListAsync(cancellationToken);
        fields["奖励办法"] = "由市委、市政府予以表彰，并给予适当物质奖励";
        fields["优秀干部"] = commended.Where(row => row.Value.Kind == ConsequenceKind.PersonCommendation && row.Value.OfficialId is not null)
            .Select(row => people.GetValueOrDefault(row.Value.OfficialId!)).OfType<Kaohe.Assessment.Officials.Official>()
            .Select(person => (object?)new Dictionary<string, object?> { ["姓名"] = person.Name, ["职务"] = person.Post }).ToList();
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
        .. VetoOf(score) is null ? (IEnumerable<object?>)[] :
        [
            new Dictionary<string, object?> { ["项目"] = VetoScorer.Title, ["权重"] = "", ["得分"] = Shown(score.Total, scheme), ["说明"] = Capped(score, scheme) ?? "得分不变，等次封顶" },
        ],
    ];

    private static Explanation? VetoOf(CompositeScore score) => score.Why.Find(VetoScorer.Title);

    // What the weighted parts and 加减分 come to, when a veto has brought it down.
    private static string? Capped(CompositeScore score, Scheme scheme) =>
        score.Why.Children is [{ Score: { } weighted }, ..] && weighted + score.Adjustment is var before && score.Total < before ? $"封顶前{Shown(before, scheme)}" : null;

    private static IEnumerable<string> Vetoed(CompositeScore score, Scheme scheme) => VetoOf(score) is { } veto
        ? [$"{VetoScorer.Title}：{string.Join('，', veto.Flags.Select(flag => flag.TrimEnd('。')))}{(Capped(score, scheme) is { } capped ? $"；得分{capped}，封顶后{Shown(score.Total, scheme)}" : null)}。"]
        : [];

    // A unit that has to rectify always learns what: what is below the line, else what is lowest.
    private static List<string> Weak(ScoreRow? row, Scheme scheme, bool isDemanded)
    {
        if (row is null)
        {
            return [];
        }

        var line = scheme.Grades.Lines.FirstOrDefault(one => one.Grade == Grade.FairlyGood)?.From ?? 80m;
        var indicators = (row.WithWhy.Why.Find(ComponentNames.Of(CompositeComponent.Targets))?.Walk() ?? [])
            .Where(node => node.Children.Count == 0 && node is { IsCounted: true, Score: not null }).OrderBy(node => node.Score).ThenByDescending(node => node.Weight).ToList();
        var weak = Vetoed(row.WithWhy, scheme).Concat(indicators.Where(node => node.Score < PassLine).Take(MostIndicators)
            .Select(node => $"“{node.Title}”得分{Shown(node.Score, scheme)}，{(node.Flags.Count > 0 ? node.Flags[0].TrimEnd('。') : "没有完成年度目标")}。"))
            .Concat(row.Value.Components.Where(part => part.Component != CompositeComponent.Targets && part.Score < line)
                .Select(part => $"{ComponentNames.Of(part.Component)}得分{Shown(part.Score, scheme)}，低于{line:0.##}分。")).ToList();
        return weak.Count == 0 && isDemanded ? indicators.Take(1).Select(node => $"“{node.Title}”得分{Shown(node.Score, scheme)}，在各项指标中最低。").ToList() : weak;
    }

    // The sentence reads 经…领导组【…】审定; minutes are kept as the office wrote them.
    private static string Sitting(string minutes) =>
        minutes.StartsWith('第') && minutes.EndsWith("会议", StringComparison.Ordinal) ? minutes : minutes is { Length: > 0 and <= LongestName } ? $"会议（{minutes.TrimEnd('。')}）" : "会议";

    private static object Shown(decimal? score, Scheme scheme) => score is { } value ? Math.Round(value, scheme.Decimals, MidpointRounding.AwayFromZero) : "—";
}
