using Kaohe.Activities;
using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>The count of one kind of rater.</summary>
public sealed class TallyKindRow
{
    /// <summary>The kind's code in the scheme.</summary>
    public string KindCode { get; set; } = string.Empty;

    /// <summary>发出.</summary>
    public int? Issued { get; set; }

    /// <summary>收回.</summary>
    public int? Returned { get; set; }

    /// <summary>有效.</summary>
    public int? Valid { get; set; }

    /// <summary>无效.</summary>
    public int? Invalid { get; set; }

    /// <summary>Ticks by option code.</summary>
    public Dictionary<string, int?> Counts { get; set; } = [];
}

/// <summary>The sheet of one unit.</summary>
public sealed class TallySheetRow
{
    /// <summary>The rated unit.</summary>
    public string UnitId { get; set; } = string.Empty;

    /// <summary>One row a kind.</summary>
    public List<TallyKindRow> Kinds { get; set; } = [];
}

/// <summary>计票汇总: one sheet for the task's unit, or one for every unit where the task is about none.</summary>
public sealed class TallyForm : TaskForm
{
    /// <summary>The sheets.</summary>
    public List<TallySheetRow> Sheets { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Ballots;

    /// <summary>Which component of the composite a kind of task counts; null when it counts none.</summary>
    public static CompositeComponent? ComponentOf(string taskKind) => taskKind switch
    {
        TaskKinds.BallotTally => CompositeComponent.Ballots,
        TaskKinds.SurveyTally => CompositeComponent.Survey,
        TaskKinds.SocialRatingTally => CompositeComponent.Social,
        TaskKinds.LeaderRatingTally => CompositeComponent.Leaders,
        _ => null,
    };

    /// <summary>A sheet as the domain counts it; <see cref="Check"/> has refused what is not written.</summary>
    public static BallotTally ToTally(TallySheetRow sheet, CompositeComponent component) => new()
    {
        Component = component,
        UnitId = sheet.UnitId,
        Kinds =
        [
            .. sheet.Kinds.Select(kind => new KindTally
            {
                KindCode = kind.KindCode,
                Issued = kind.Issued ?? 0,
                Returned = kind.Returned ?? 0,
                Valid = kind.Valid ?? 0,
                Invalid = kind.Invalid ?? 0,
                Counts = kind.Counts.ToDictionary(count => count.Key, count => count.Value ?? 0),
            }),
        ],
    };

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        if (context.Facts.Ballots is { } ballots)
        {
            Sheets = [.. Units(context).Select(unit => Sheet(Sheets.Find(sheet => sheet.UnitId == unit) ?? new TallySheetRow { UnitId = unit }, ballots))];
        }
    }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        if (context.Facts.Ballots is not { } ballots || ComponentOf(context.Task.Kind) is not { } component)
        {
            problems.Add("sheets", "方案中没有这一项测评，请考核办先检查考核方案。");
            return;
        }

        foreach (var unit in Units(context))
        {
            var sheet = Sheets.Find(one => one.UnitId == unit) ?? new TallySheetRow { UnitId = unit };
            foreach (var problem in ProblemsOf(sheet, component, ballots))
            {
                problems.Add($"sheets[{unit}].{problem.Path}", Units(context).Count > 1 ? $"{context.Facts.Book.NameOf(unit)}：{problem.Message}" : problem.Message);
            }
        }

        foreach (var sheet in Sheets.Where(sheet => !Units(context).Contains(sheet.UnitId)))
        {
            problems.Add($"sheets[{sheet.UnitId}]", $"“{sheet.UnitId}”不在本次计票范围内，请删除。");
        }
    }

    // What is not written yet does not add up either: of such a kind only the empty cells are told.
    private static List<Problem> ProblemsOf(TallySheetRow sheet, CompositeComponent component, BallotScheme ballots)
    {
        var empty = ballots.Kinds
            .Select(kind => (Path: $"kinds[{kind.Code}]", kind.Name, Row: sheet.Kinds.Find(row => row.KindCode == kind.Code)))
            .Where(kind => kind.Row is not null)
            .Select(kind => (kind.Path, Rule: new KindIsFilledRule(kind.Path, kind.Name, Cells(kind.Row!, ballots))))
            .Where(kind => kind.Rule.IsBroken())
            .ToList();
        return
        [
            .. empty.SelectMany(kind => kind.Rule.Problems()),
            .. new TallyAddsUpRule(ToTally(sheet, component), ballots).Problems().Where(problem => !empty.Exists(kind => problem.Path.StartsWith(kind.Path, StringComparison.Ordinal))),
        ];
    }

    private static IReadOnlyList<(string Field, string Label, int? Number)> Cells(TallyKindRow row, BallotScheme ballots) =>
    [
        ("issued", "发出", row.Issued), ("returned", "收回", row.Returned), ("valid", "有效", row.Valid), ("invalid", "无效", row.Invalid),
        .. ballots.Options.Select(option => ($"counts[{option.Code}]", option.Label, row.Counts.GetValueOrDefault(option.Code))),
    ];

    private static IReadOnlyList<string> Units(FormContext context) =>
        context.Task.UnitId is { } unit ? [unit] : [.. context.Units.Select(one => one.Id)];

    private static TallySheetRow Sheet(TallySheetRow sheet, BallotScheme ballots)
    {
        sheet.Kinds =
        [
            .. ballots.Kinds.Select(kind => sheet.Kinds.Find(row => row.KindCode == kind.Code) ?? new TallyKindRow { KindCode = kind.Code }),
        ];
        foreach (var (kind, option) in sheet.Kinds.SelectMany(kind => ballots.Options.Select(option => (kind, option))))
        {
            kind.Counts.TryAdd(option.Code, null);
        }

        return sheet;
    }
}
