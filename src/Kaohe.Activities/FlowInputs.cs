using System.Globalization;
using Kaohe.Office;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities;

/// <summary>Inputs of a flow that Kaohe's activities understand without being told. A flow declares those it needs, kept in the instance.</summary>
public static class FlowInputs
{
    /// <summary>The assessed year, a number.</summary>
    public const string CycleYear = "cycleYear";

    /// <summary>The unit that the flow is about.</summary>
    public const string UnitId = "unitId";

    /// <summary>That unit's short name.</summary>
    public const string UnitName = "unitName";

    /// <summary>Rounds of 督查 in a whole year, as the year's scheme says; a number.</summary>
    public const string SupervisionRounds = "supervisionRounds";

    /// <summary>Date by which the 自查报告 is due, as text: <c>2027-01-15</c>.</summary>
    public const string SelfAssessmentDue = "selfAssessmentDue";

    /// <summary>Days for the certification of the figures, counted from <see cref="SelfAssessmentDue"/>.</summary>
    public const string CertificationDays = "certificationDays";

    /// <summary>Working days between 考核预告 and the team's arrival.</summary>
    public const string AdvanceNoticeWorkingDays = "advanceNoticeWorkingDays";

    /// <summary>Days for which 民意调查 is open.</summary>
    public const string SurveyDays = "surveyDays";

    /// <summary>Working days for 综合评价.</summary>
    public const string EvaluationWorkingDays = "evaluationWorkingDays";

    /// <summary>Working days for 考核汇总.</summary>
    public const string AggregationWorkingDays = "aggregationWorkingDays";

    /// <summary>Date by which the results are decided, as text.</summary>
    public const string ResultsDue = "resultsDue";

    /// <summary>Calendar months for a 整改报告, counted from the notice.</summary>
    public const string RectificationMonths = "rectificationMonths";

    /// <summary>What tasks and papers of one round carry as <c>期间</c>: the period of its figures, for example <c>2026Q1</c>.</summary>
    public const string Period = "期间";

    /// <summary>What a task that is opened once for a step carries as <c>考核对象</c>: the audience of the step, where it is not every unit.</summary>
    public const string Concerned = "考核对象";

    /// <summary>A number of the flow's input; null when the flow does not have it.</summary>
    /// <param name="context">The execution.</param>
    /// <param name="name">Name of the input.</param>
    public static int? NumberOf(ActivityExecutionContext context, string name) => context.WorkflowInput.GetValueOrDefault(name) switch
    {
        int number => number,
        long number => (int)number,
        decimal number => (int)number,
        double number => (int)number,
        string text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The assessed year of the flow; the year of the burst in a flow that does not say it.</summary>
    public static int YearOf(ActivityExecutionContext context) => NumberOf(context, CycleYear) ?? OfficeTime.DateOf(context.Now).Year;

    /// <summary>The unit of the flow; null in a flow that is about none.</summary>
    public static string? UnitOf(ActivityExecutionContext context) => context.WorkflowInput.GetValueOrDefault(UnitId) as string;
}
