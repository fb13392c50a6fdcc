using Kaohe.Assessment.Rectifications;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>复查 on the spot, measure by measure.</summary>
public sealed class RecheckForm : TaskForm
{
    private const string NotReported = "单位未报告完成情况";

    /// <summary>复查日期.</summary>
    public DateOnly? VisitedOn { get; set; }

    /// <summary>One for each measure of the report, in its order.</summary>
    public List<MeasureFindingRow> Measures { get; set; } = [];

    /// <summary>复查情况 on the whole.</summary>
    public string Finding { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Rectification;

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        var reported = context.Facts.Rectification?.Completion?.Measures ?? [];
        Measures = [.. MeasuresOf(context).Select((measure, index) => new MeasureFindingRow
        {
            Shortcoming = measure.Shortcoming,
            Action = measure.Action,
            Reported = index < reported.Count ? $"{(reported[index].IsDone ? "已完成" : "未完成")}：{reported[index].Progress}" : NotReported,
            IsInPlace = index < Measures.Count ? Measures[index].IsInPlace : null,
            Note = index < Measures.Count ? Measures[index].Note : string.Empty,
        })];
    }

    /// <summary>What the record keeps.</summary>
    public IReadOnlyList<MeasureFinding> ToFindings() => [.. Measures.Select(measure => new MeasureFinding(measure.IsInPlace ?? false, measure.Note))];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Date("visitedOn", VisitedOn, "复查日期");
        problems.When(VisitedOn > context.Today, "visitedOn", "复查日期晚于今天，请在复查后登记。");
        problems.Text("finding", Finding, "复查情况");
        var expected = MeasuresOf(context).Count;
        problems.When(Measures.Count == 0 && expected > 0, "measures", $"整改报告有 {expected} 项措施，请逐项填写复查结论。");
        var unsaid = Measures.Select((measure, index) => (measure, index)).Where(each => each.measure.IsInPlace is null).Select(each => $"measures[{each.index}].isInPlace").ToHashSet();
        foreach (var problem in new EveryMeasureIsInPlaceRule(ToFindings(), expected).Problems().Where(problem => !unsaid.Contains(problem.Path)))
        {
            problems.Add(problem.Path, problem.Message);
        }

        foreach (var (measure, index) in Measures.Select((measure, index) => (measure, index)))
        {
            problems.When(measure.IsInPlace is null, $"measures[{index}].isInPlace", $"第 {index + 1} 项措施没有选择复查结论，请选择到位或未到位。");
            problems.AtMost($"measures[{index}].note", measure.Note, "复查情况");
        }
    }

    private static IReadOnlyList<RectificationMeasure> MeasuresOf(FormContext context) => context.Facts.Rectification?.Report?.Measures ?? [];
}

/// <summary>What 复查 found about one measure.</summary>
public sealed class MeasureFindingRow
{
    /// <summary>问题, as the report has it; shown only.</summary>
    public string Shortcoming { get; set; } = string.Empty;

    /// <summary>整改措施, as the report has it; shown only.</summary>
    public string Action { get; set; } = string.Empty;

    /// <summary>What the unit reported about it; shown only.</summary>
    public string Reported { get; set; } = string.Empty;

    /// <summary>到位 or 未到位; null while not chosen.</summary>
    public bool? IsInPlace { get; set; }

    /// <summary>What was seen.</summary>
    public string Note { get; set; } = string.Empty;
}
