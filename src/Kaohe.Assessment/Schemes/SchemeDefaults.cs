using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Schemes;

/// <summary>
/// The scheme a new year starts from. The categories are the seed's; the numbers are customary elsewhere
/// and are only a proposal until the 领导组 approves them.
/// </summary>
public static class SchemeDefaults
{
    /// <summary>Fewest valid ballots of a kind for one unit, so that nobody can be recognised.</summary>
    private const int AnonymityFloor = 8;

    /// <summary>A draft for the year.</summary>
    public static Scheme For(int year) => new()
    {
        Id = $"scheme-{year}",
        Year = year,
        Title = $"{year}年度目标责任考核方案",
        Groups = [UnitGroup.Counties, UnitGroup.Departments],
        DepartmentTypes = Types,
        Categories = Categories,
        Composite =
        [
            new(CompositeComponent.Targets, 60m),
            new(CompositeComponent.Ballots, 15m),
            new(CompositeComponent.Survey, 10m),
            new(CompositeComponent.Social, 10m),
            new(CompositeComponent.Leaders, 5m),
        ],
        Ballots = new BallotScheme
        {
            Kinds =
            [
                new("A", "市级领导", 30m, AnonymityFloor),
                new("B", "班子成员和中层", 40m, AnonymityFloor),
                new("C", "干部职工和服务对象", 30m, AnonymityFloor),
            ],
        },
        Survey = new BallotScheme { Kinds = [new("public", "群众", 100m, AnonymityFloor)] },
        Social = new BallotScheme
        {
            Kinds =
            [
                new("delegates", "两代表一委员", 50m, AnonymityFloor),
                new("served", "服务对象", 50m, AnonymityFloor),
            ],
        },
        Leaders = new BallotScheme { Kinds = [new("leaders", "市委、市政府领导", 100m, AnonymityFloor)] },
        Adjustments = new AdjustmentScheme(LargestBonus: null, LargestPenalty: null),
        Vetoes = Vetoes,
        Grades = new GradeScheme
        {
            Lines = [new(Grade.Good, 90m), new(Grade.FairlyGood, 80m), new(Grade.Average, 60m)],
            GoodShare = 0.30m,
            TieBreaks = [CompositeComponent.Targets, CompositeComponent.Ballots],
        },
        Officials = new OfficialGradeScheme(OutstandingShare: 0.20m, ApprovedShare: 0.25m, LongestLeave: 0.5m),
    };

    private static IReadOnlyList<DepartmentType> Types =>
    [
        new("party", "党委部门"),
        new("economy", "经济管理部门"),
        new("society", "社会事业部门"),
        new("enforcement", "执法监管部门"),
        new("mass", "群众团体和其他单位"),
    ];

    private static IReadOnlyList<SchemeCategory> Categories =>
    [
        new("economy", "经济发展", UnitKind.County, 35m),
        new("livelihood", "人民生活", UnitKind.County, 15m),
        new("society", "社会发展", UnitKind.County, 15m),
        new("environment", "资源环境", UnitKind.County, 15m),
        new("safety", "社会安全", UnitKind.County, 10m),
        new("team", "班子和队伍建设", UnitKind.County, 10m),
        new("tasks", "年度工作任务", UnitKind.Department, 75m),
        new("team", "班子和队伍建设", UnitKind.Department, 25m),
    ];

    private static IReadOnlyList<VetoDefinition> Vetoes =>
    [
        new("safety", "发生重大及以上生产安全责任事故", Grade.Average, null),
        new("integrity", "领导班子发生严重违纪违法案件", Grade.Average, null),
        new("stability", "发生造成恶劣影响的群体性事件", Grade.Average, null),
        new("environment", "发生重大生态环境责任事件", Grade.Average, null),
        new("fraud", "弄虚作假、虚报浮夸", Grade.Poor, null),
    ];
}
