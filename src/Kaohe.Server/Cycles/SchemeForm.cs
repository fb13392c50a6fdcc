using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Server.Cycles.Components;

namespace Kaohe.Server.Cycles;

/// <summary>The numbers of a draft as a person edits them; what the form does not show stays as it was.</summary>
public sealed class SchemeForm
{
    private readonly Scheme _scheme;

    /// <summary>A form with the draft's numbers.</summary>
    /// <param name="scheme">The draft.</param>
    public SchemeForm(Scheme scheme)
    {
        _scheme = scheme;
        Title = scheme.Title;
        Basis = scheme.Basis;
        Composite = [.. scheme.Composite.Select(part => new NumberRow(ComponentNames.Of(part.Component), part.Weight, "%"))];
        CountyCategories = Categories(UnitKind.County);
        DepartmentCategories = Categories(UnitKind.Department);
        Lines =
        [
            .. scheme.Grades.Lines.Select(line => new NumberRow($"{GradeNames.Of(line.Grade, scheme.Grades.Labels)}，不低于", line.From, "分")),
            new NumberRow("“好”每组不超过", scheme.Grades.GoodShare * 100m, "%"),
        ];
        Ballots =
        [
            .. Rated.Select(component => (component, (IReadOnlyList<NumberRow>)
            [
                .. scheme.BallotsOf(component).Kinds.SelectMany(kind => new[] { new NumberRow($"{kind.Name} 权重", kind.Weight, "%"), new NumberRow($"{kind.Name} 最低有效票", kind.Floor, "票") }),
            ])),
        ];
        Limits = [new("加分最多", scheme.Adjustments.LargestBonus, "分（空为不限）"), new("减分最多", scheme.Adjustments.LargestPenalty, "分（空为不限）")];
        var timing = scheme.Timing;
        Timing =
        [
            new("全年督查", timing.SupervisionRounds, "次"),
            new("考核预告提前", timing.AdvanceNoticeWorkingDays, "个工作日"),
            new("民意调查开放", timing.SurveyDays, "天"),
            new("综合评价", timing.EvaluationWorkingDays, "个工作日"),
            new("考核汇总", timing.AggregationWorkingDays, "个工作日"),
            new("整改报告期限", timing.RectificationMonths, "个月"),
            new("申请复核", timing.ReviewAskDays, "天内"),
            new("答复复核", timing.ReviewAnswerDays, "天内"),
            new("数据认定（自查报告截止后）", timing.CertificationDays, "天"),
        ];
    }

    /// <summary>Title.</summary>
    public string Title { get; set; }

    /// <summary>The document it rests on.</summary>
    public string Basis { get; set; }

    /// <summary>Weights of the composite.</summary>
    public IReadOnlyList<NumberRow> Composite { get; }

    /// <summary>Points of the categories for 县市区.</summary>
    public IReadOnlyList<NumberRow> CountyCategories { get; }

    /// <summary>Points of the categories for 市直部门.</summary>
    public IReadOnlyList<NumberRow> DepartmentCategories { get; }

    /// <summary>Grade lines from the top, then the quota in percent.</summary>
    public IReadOnlyList<NumberRow> Lines { get; }

    /// <summary>Weight and floor of each kind of rater.</summary>
    public IReadOnlyList<(CompositeComponent Component, IReadOnlyList<NumberRow> Rows)> Ballots { get; }

    /// <summary>Limits of 加减分.</summary>
    public IReadOnlyList<NumberRow> Limits { get; }

    /// <summary>Day counts.</summary>
    public IReadOnlyList<NumberRow> Timing { get; }

    private static IEnumerable<CompositeComponent> Rated => Enum.GetValues<CompositeComponent>().Where(component => component != CompositeComponent.Targets);

    /// <summary>The draft with what the person entered.</summary>
    public Scheme ToScheme() => _scheme with
    {
        Title = Title,
        Basis = Basis,
        Composite = [.. _scheme.Composite.Select((part, place) => part with { Weight = Composite[place].Number })],
        Categories = [.. Categories(UnitKind.County, CountyCategories), .. Categories(UnitKind.Department, DepartmentCategories)],
        Ballots = Counted(CompositeComponent.Ballots),
        Survey = Counted(CompositeComponent.Survey),
        Social = Counted(CompositeComponent.Social),
        Leaders = Counted(CompositeComponent.Leaders),
        Adjustments = new AdjustmentScheme(Limits[0].Value, Limits[1].Value),
        Grades = _scheme.Grades with
        {
            Lines = [.. _scheme.Grades.Lines.Select((line, place) => line with { From = Lines[place].Number })],
            GoodShare = Lines[^1].Number / 100m,
        },
        Timing = _scheme.Timing with
        {
            SupervisionRounds = Timing[0].Whole,
            AdvanceNoticeWorkingDays = Timing[1].Whole,
            SurveyDays = Timing[2].Whole,
            EvaluationWorkingDays = Timing[3].Whole,
            AggregationWorkingDays = Timing[4].Whole,
            RectificationMonths = Timing[5].Whole,
            ReviewAskDays = Timing[6].Whole,
            ReviewAnswerDays = Timing[7].Whole,
            CertificationDays = Timing[8].Whole,
        },
    };

    private IReadOnlyList<NumberRow> Categories(UnitKind kind) =>
        [.. _scheme.Categories.Where(category => category.Kind == kind).Select(category => new NumberRow(category.Name, category.Weight, "分"))];

    private IEnumerable<SchemeCategory> Categories(UnitKind kind, IReadOnlyList<NumberRow> rows) =>
        _scheme.Categories.Where(category => category.Kind == kind).Select((category, place) => category with { Weight = rows[place].Number });

    private BallotScheme Counted(CompositeComponent component)
    {
        var rows = Ballots.First(each => each.Component == component).Rows;
        var ballots = _scheme.BallotsOf(component);
        return ballots with { Kinds = [.. ballots.Kinds.Select((kind, place) => kind with { Weight = rows[2 * place].Number, Floor = rows[(2 * place) + 1].Whole })] };
    }
}
