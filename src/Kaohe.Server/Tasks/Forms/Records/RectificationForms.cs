using Kaohe.Assessment.Rectifications;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>One measure of a 整改报告.</summary>
public sealed class MeasureRow
{
    /// <summary>问题.</summary>
    public string Shortcoming { get; set; } = string.Empty;

    /// <summary>整改措施.</summary>
    public string Action { get; set; } = string.Empty;

    /// <summary>责任人.</summary>
    public string ResponsibleId { get; set; } = string.Empty;

    /// <summary>完成期限.</summary>
    public DateOnly? CompleteBy { get; set; }
}

/// <summary>整改报告: 分析原因, 提出限期整改意见.</summary>
public sealed class RectificationForm : TaskForm
{
    /// <summary>原因分析.</summary>
    public string Causes { get; set; } = string.Empty;

    /// <summary>整改措施.</summary>
    public List<MeasureRow> Measures { get; set; } = [];

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        if (Measures.Count == 0)
        {
            Measures.Add(new MeasureRow());
        }
    }

    /// <summary>The report as the domain checks it; a measure without a day gets today.</summary>
    /// <param name="today">Today.</param>
    public RectificationReport ToReport(DateOnly today) => new()
    {
        Causes = Causes,
        Measures = [.. Measures.Select(measure => new RectificationMeasure(measure.Shortcoming, measure.Action, measure.ResponsibleId, measure.CompleteBy ?? today))],
    };

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var problem in new ReportIsCompleteRule(ToReport(context.Today)).Problems())
        {
            problems.Add(problem.Path, problem.Message);
        }

        foreach (var (measure, index) in Measures.Select((measure, index) => (measure, index)))
        {
            problems.Date($"measures[{index}].completeBy", measure.CompleteBy, $"第 {index + 1} 项措施的完成期限");
            problems.When(measure.CompleteBy < context.Today, $"measures[{index}].completeBy", $"第 {index + 1} 项措施的完成期限已经过去，请改期。");
        }
    }
}

/// <summary>复查 on the spot.</summary>
public sealed class RecheckForm : TaskForm
{
    /// <summary>复查日期.</summary>
    public DateOnly? VisitedOn { get; set; }

    /// <summary>复查情况.</summary>
    public string Finding { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Date("visitedOn", VisitedOn, "复查日期");
        problems.When(VisitedOn > context.Today, "visitedOn", "复查日期晚于今天，请在复查后登记。");
        problems.Text("finding", Finding, "复查情况");
    }
}

/// <summary>诫勉谈话; confidential.</summary>
public sealed class AdmonitionForm : TaskForm
{
    /// <summary>谈话日期.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>Where.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>谈话人.</summary>
    public string Talkers { get; set; } = string.Empty;

    /// <summary>谈话记录.</summary>
    public string Record { get; set; } = string.Empty;

    /// <summary>限期改进 until.</summary>
    public DateOnly? ImproveBy { get; set; }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Date("heldOn", HeldOn, "谈话日期");
        problems.When(HeldOn > context.Today, "heldOn", "谈话日期晚于今天，请在谈话后登记。");
        problems.Text("place", Place, "谈话地点", 200);
        problems.Text("talkers", Talkers, "谈话人", 200);
        problems.Text("record", Record, "谈话记录");
        problems.Date("improveBy", ImproveBy, "改进期限");
        problems.When(ImproveBy <= context.Today, "improveBy", "改进期限必须晚于今天，请改期。");
    }
}
