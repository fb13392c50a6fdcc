namespace Kaohe.Assessment.Rectifications;

/// <summary>A report analyses the causes and gives every measure a person and a day.</summary>
/// <param name="report">The report.</param>
public sealed class ReportIsCompleteRule(RectificationReport report) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（三）一：写出书面报告，分析原因，提出限期整改意见";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (string.IsNullOrWhiteSpace(report.Causes))
        {
            yield return new Problem("causes", "整改报告没有分析原因，请补充。");
        }

        if (report.Measures.Count == 0)
        {
            yield return new Problem("measures", "整改报告没有整改措施，请至少列出一项，并写明责任人和期限。");
        }

        foreach (var (measure, index) in report.Measures.Select((measure, index) => (measure, index)))
        {
            if (string.IsNullOrWhiteSpace(measure.Shortcoming) || string.IsNullOrWhiteSpace(measure.Action))
            {
                yield return new Problem($"measures[{index}]", $"第 {index + 1} 项措施没有写明问题或做法，请补充。");
            }

            if (string.IsNullOrWhiteSpace(measure.ResponsibleId))
            {
                yield return new Problem($"measures[{index}].responsibleId", $"第 {index + 1} 项措施没有责任人，请指定。");
            }
        }
    }
}

/// <summary>Whoever sends a report back gives the unit time.</summary>
/// <param name="newDueOn">The new day.</param>
/// <param name="today">Today.</param>
public sealed class NewDueDateIsAheadRule(DateOnly newDueOn, DateOnly today) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（三）一：限期改进";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (newDueOn <= today)
        {
            yield return new Problem("newDueOn", $"重新上报的期限 {newDueOn:yyyy-MM-dd} 必须晚于今天，请改期。");
        }
    }
}

/// <summary>A late report is carried on to 诫勉谈话, once.</summary>
/// <param name="rectification">The 整改.</param>
/// <param name="today">Today.</param>
public sealed class EscalatesOnceWhenOverdueRule(Rectification rectification, DateOnly today) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "整改流程：逾期转诫勉谈话；讲话二（三）一：促其限期改进";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (!rectification.IsOverdue(today))
        {
            yield return new Problem("dueOn", "整改报告没有逾期，不能转诫勉谈话。");
        }

        if (rectification.EscalatedAt is not null)
        {
            yield return new Problem("escalatedAt", "已因逾期转过诫勉谈话，不再重复。");
        }
    }
}
