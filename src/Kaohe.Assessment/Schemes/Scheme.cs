using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Schemes;

/// <summary>
/// 考核方案: the rules of one year as data. Whatever the seed does not fix stands here and is edited by the office;
/// an approved version never changes, a change makes the next version.
/// </summary>
public sealed record Scheme
{
    /// <summary>Stable id of the year's scheme; its versions share it.</summary>
    public required string Id { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>1, 2, 3 …; every score says under which version it was computed.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Title, for documents.</summary>
    public required string Title { get; init; }

    /// <summary>The document it rests on.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Who approved this version and when; empty for a draft.</summary>
    public SchemeApproval? Approval { get; init; }

    /// <summary>Groups for ranking and quota.</summary>
    public required IReadOnlyList<UnitGroup> Groups { get; init; }

    /// <summary>Types of department.</summary>
    public required IReadOnlyList<DepartmentType> DepartmentTypes { get; init; }

    /// <summary>Indicator categories with their points.</summary>
    public required IReadOnlyList<SchemeCategory> Categories { get; init; }

    /// <summary>Weights of the composite.</summary>
    public required IReadOnlyList<ComponentWeight> Composite { get; init; }

    /// <summary>How indicators are brought together inside a tree; the composite itself is always an arithmetic mean.</summary>
    public TotalsMethod Totals { get; init; }

    /// <summary>民主测评.</summary>
    public required BallotScheme Ballots { get; init; }

    /// <summary>民意调查.</summary>
    public required BallotScheme Survey { get; init; }

    /// <summary>社会评价.</summary>
    public required BallotScheme Social { get; init; }

    /// <summary>领导评价.</summary>
    public required BallotScheme Leaders { get; init; }

    /// <summary>加减分 limits.</summary>
    public required AdjustmentScheme Adjustments { get; init; }

    /// <summary>一票否决 events.</summary>
    public IReadOnlyList<VetoDefinition> Vetoes { get; init; } = [];

    /// <summary>Grade lines, quota and ties.</summary>
    public required GradeScheme Grades { get; init; }

    /// <summary>Grading of persons.</summary>
    public required OfficialGradeScheme Officials { get; init; }

    /// <summary>Day counts.</summary>
    public SchemeTiming Timing { get; init; } = new();

    /// <summary>Places after the point in what people see.</summary>
    public int Decimals { get; init; } = 3;

    /// <summary>First day of the assessed period.</summary>
    public DateOnly PeriodStart => new(Year, 1, 1);

    /// <summary>Last day of the assessed period.</summary>
    public DateOnly PeriodEnd => new(Year, 12, 31);

    /// <summary>Weight of a component in percent; 0 when the scheme does not use it.</summary>
    public decimal WeightOf(CompositeComponent component) =>
        Composite.FirstOrDefault(weight => weight.Component == component)?.Weight ?? 0m;

    /// <summary>The counting rules of a rated component.</summary>
    /// <exception cref="ArgumentOutOfRangeException">目标任务 is not counted by ballots.</exception>
    public BallotScheme BallotsOf(CompositeComponent component) => component switch
    {
        CompositeComponent.Ballots => Ballots,
        CompositeComponent.Survey => Survey,
        CompositeComponent.Social => Social,
        CompositeComponent.Leaders => Leaders,
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "目标任务不是测评项目。"),
    };

    /// <summary>The score as lines, ranks and ties compare it.</summary>
    public decimal Compared(decimal score) => Grades.CompareShownScores ? Shown.HalfUp(score, Decimals) : score;

    /// <summary>Approves the version.</summary>
    /// <exception cref="RulesBrokenException">The scheme has problems.</exception>
    public Scheme Approve(SchemeApproval approval)
    {
        Rule.CheckAll([new SchemeIsSoundRule(this)]);
        return this with { Approval = approval };
    }

    /// <summary>A draft of the next version; the approved one stays as it is.</summary>
    public Scheme Revise() => this with { Version = Version + 1, Approval = null };
}

/// <summary>Approval of a scheme by the 领导组.</summary>
/// <param name="By">Who signed.</param>
/// <param name="On">The day.</param>
/// <param name="Minutes">Number or title of the minutes.</param>
public sealed record SchemeApproval(string By, DateOnly On, string Minutes);
