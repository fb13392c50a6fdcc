using Kaohe.Assessment.Rectifications;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>整改完成情况: measure by measure what was done, and the unit's application for 销号.</summary>
public sealed class RectificationCompletionForm : TaskForm
{
    /// <summary>One for each measure of the report, in its order.</summary>
    public List<MeasureProgressRow> Measures { get; set; } = [];

    /// <summary>总体情况和销号申请.</summary>
    public string Statement { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Rectification;

    /// <inheritdoc/>
    public override void Prepare(FormContext context) =>
        Measures = [.. MeasuresOf(context).Select((measure, index) => new MeasureProgressRow
        {
            Shortcoming = measure.Shortcoming,
            Action = measure.Action,
            IsDone = index < Measures.Count ? Measures[index].IsDone : null,
            Progress = index < Measures.Count ? Measures[index].Progress : string.Empty,
        })];

    /// <summary>What the record keeps.</summary>
    public RectificationCompletion ToCompletion() => new()
    {
        Measures = [.. Measures.Select(measure => new MeasureCompletion(measure.IsDone ?? false, measure.Progress))],
        Statement = Statement,
    };

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var problem in new CompletionAnswersEveryMeasureRule(ToCompletion(), MeasuresOf(context).Count).Problems())
        {
            problems.Add(problem.Path, problem.Message);
        }

        foreach (var (measure, index) in Measures.Select((measure, index) => (measure, index)))
        {
            problems.When(measure.IsDone is null, $"measures[{index}].isDone", $"第 {index + 1} 项措施没有选择是否完成，请选择。");
            problems.AtMost($"measures[{index}].progress", measure.Progress, "完成情况");
        }

        problems.AtMost("statement", Statement, "总体情况和销号申请");
    }

    private static IReadOnlyList<RectificationMeasure> MeasuresOf(FormContext context) => context.Facts.Rectification?.Report?.Measures ?? [];
}

/// <summary>How far one measure has come.</summary>
public sealed class MeasureProgressRow
{
    /// <summary>问题, as the report has it; shown only.</summary>
    public string Shortcoming { get; set; } = string.Empty;

    /// <summary>整改措施, as the report has it; shown only.</summary>
    public string Action { get; set; } = string.Empty;

    /// <summary>Whether it is done; null while not chosen.</summary>
    public bool? IsDone { get; set; }

    /// <summary>完成情况.</summary>
    public string Progress { get; set; } = string.Empty;
}
