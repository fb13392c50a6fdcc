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

    /// <summary>Whether nothing is written in it.</summary>
    internal bool IsBlank => Shortcoming.Length + Action.Length + ResponsibleId.Length == 0 && CompleteBy is null;
}

/// <summary>整改报告: 分析原因, 提出限期整改意见.</summary>
public sealed class RectificationForm : TaskForm
{
    /// <summary>原因分析.</summary>
    public string Causes { get; set; } = string.Empty;

    /// <summary>整改措施.</summary>
    public List<MeasureRow> Measures { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.UnitPeople | FormNeeds.NoticeProblems;

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        var open = context.Facts.NoticeProblems.Where(problem => Measures.TrueForAll(measure => !NoticeAnswers.Covers(measure.Shortcoming, problem))).ToList();
        if (open.Count > 0)
        {
            Measures.RemoveAll(measure => measure.IsBlank);
            Measures.AddRange(open.Select(problem => new MeasureRow { Shortcoming = problem }));
        }

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
        var report = ToReport(context.Today);
        foreach (var problem in new ReportIsCompleteRule(report).Problems().Concat(new ReportAnswersNoticeRule(report, context.Facts.NoticeProblems).Problems()))
        {
            problems.Add(problem.Path, problem.Message);
        }

        foreach (var (measure, index) in Measures.Select((measure, index) => (measure, index)))
        {
            problems.Date($"measures[{index}].completeBy", measure.CompleteBy, $"第 {index + 1} 项措施的完成期限");
            problems.When(
                !string.IsNullOrWhiteSpace(measure.ResponsibleId) && context.Facts.People.All(person => person.Id != measure.ResponsibleId),
                $"measures[{index}].responsibleId",
                $"第 {index + 1} 项措施的责任人“{measure.ResponsibleId}”不是本单位在职人员，请从名单中选择；名单里没有的，请考核办先在“人员”里登记。");
            problems.When(measure.CompleteBy < context.Today, $"measures[{index}].completeBy", $"第 {index + 1} 项措施的完成期限已经过去，请改期。");
        }
    }
}
