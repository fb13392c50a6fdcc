using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>
/// Goes the ways that the decided grades ask for, and hands each way its units. Every way with at least one unit is gone; several at once run beside each
/// other. What follows from a grade is decided by the rules of Kaohe.Assessment, not here.
/// </summary>
[Activity("Kaohe.RouteByGrade", DisplayName = "按等次分流", Category = "结果运用", Description = "按评定结果走相应的路：好、较好、一般、差、末位，以及表彰、整改、诫勉谈话、组织调整、优先使用。没有单位的路不走。")]
[Outcomes("Good|好", "FairlyGood|较好", "Average|一般", "Poor|差", "Last|末位", "Rectify|需整改", "Admonish|需诫勉谈话", "Adjust|组织调整提示", "Prioritise|优先使用", "Done|全部")]
public sealed class RouteByGrade : Activity
{
    /// <summary>The decided results: a list, or one.</summary>
    [Input(DisplayName = "评定结果", Description = "接“结果评定”的输出。", DefaultSyntax = "Variable")]
    public Input<object> Results { get; } = new();

    /// <summary>Units graded 好.</summary>
    [Output(DisplayName = "等次为好的单位")]
    public Output<object> GoodUnits { get; } = new();

    /// <summary>Units that have to 整改: graded 一般 or 差, or last in their group.</summary>
    [Output(DisplayName = "需整改的单位")]
    public Output<object> RectifyUnits { get; } = new();

    /// <summary>Units whose head is talked to: 差 or last.</summary>
    [Output(DisplayName = "需诫勉谈话的单位")]
    public Output<object> AdmonishUnits { get; } = new();

    /// <summary>Units graded 差 two years running.</summary>
    [Output(DisplayName = "组织调整提示的单位")]
    public Output<object> AdjustUnits { get; } = new();

    /// <summary>Units graded 好 three or more years running.</summary>
    [Output(DisplayName = "优先使用的单位")]
    public Output<object> PriorityUnits { get; } = new();

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var results = Read(context.Get(Results));
        var ways = new List<string>();
        Way(nameof(Grade.Good), GoodUnits, result => Is(result, Grade.Good));
        Way(nameof(Grade.FairlyGood), null, result => Is(result, Grade.FairlyGood));
        Way(nameof(Grade.Average), null, result => Is(result, Grade.Average));
        Way(nameof(Grade.Poor), null, result => Is(result, Grade.Poor));
        Way("Last", null, result => result.GetValueOrDefault("isLast") is true);
        Way("Rectify", RectifyUnits, result => Has(result, ConsequenceKind.Rectification) || Has(result, ConsequenceKind.Admonition));
        Way("Admonish", AdmonishUnits, result => Has(result, ConsequenceKind.Admonition));
        Way("Adjust", AdjustUnits, result => Has(result, ConsequenceKind.OrganisationalAdjustment));
        Way("Prioritise", PriorityUnits, result => Has(result, ConsequenceKind.PriorityPromotion));
        context.Complete([.. ways, "Done"]);

        void Way(string outcome, Output<object>? units, Predicate<Dictionary<string, object?>> belongs)
        {
            var chosen = results.FindAll(belongs);
            context.Set(units, chosen.Cast<object?>().ToList());
            if (chosen.Count > 0)
            {
                ways.Add(outcome);
            }
        }
    }

    private static List<Dictionary<string, object?>> Read(object? value) => value switch
    {
        Dictionary<string, object?> one => [one],
        IEnumerable<object?> many => [.. many.OfType<Dictionary<string, object?>>()],
        _ => throw new WorkflowException("“按等次分流”没有评定结果。请把“结果评定”的输出存入变量，再接到这里。"),
    };

    private static bool Is(Dictionary<string, object?> result, Grade grade) => result.GetValueOrDefault("grade") as string == grade.ToString();

    private static bool Has(Dictionary<string, object?> result, ConsequenceKind kind) =>
        result.GetValueOrDefault("consequences") is IEnumerable<object?> all && all.Contains(kind.ToString());
}
