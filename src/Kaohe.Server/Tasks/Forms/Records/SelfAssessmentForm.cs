using Kaohe.Assessment.SelfAssessments;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>自查报告: four parts and the figures of the year.</summary>
public sealed class SelfAssessmentForm : TaskForm
{
    /// <summary>完成情况.</summary>
    public string Completion { get; set; } = string.Empty;

    /// <summary>主要措施.</summary>
    public string Measures { get; set; } = string.Empty;

    /// <summary>存在问题和原因.</summary>
    public string Shortcomings { get; set; } = string.Empty;

    /// <summary>下步打算.</summary>
    public string NextSteps { get; set; } = string.Empty;

    /// <summary>完成值.</summary>
    public List<FigureRow> Figures { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Indicators;

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Figures = FigureRows.Prepare(Figures, context.Facts.Indicators);

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var problem in new FourPartsWrittenRule(new SelfAssessmentParts(Completion, Measures, Shortcomings, NextSteps)).Problems())
        {
            problems.Add(problem.Path.Replace("parts.", string.Empty, StringComparison.Ordinal), problem.Message);
        }

        FigureRows.Check(Figures, "figures", context, problems, isEachNeeded: true);
    }
}
