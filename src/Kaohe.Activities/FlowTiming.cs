using System.Globalization;
using Kaohe.Assessment.Schemes;

namespace Kaohe.Activities;

/// <summary>
/// The scheme's day counts and dates as inputs of the annual flow, so that the deadline that a paper prints and the one that people are held to are one.
/// The flows read them in their expressions and fall back on the shipped defaults where a flow is started without them.
/// </summary>
public static class FlowTiming
{
    /// <summary>The inputs with which a year is started.</summary>
    /// <param name="scheme">The year's approved scheme.</param>
    public static Dictionary<string, object?> InputsOf(Scheme scheme)
    {
        var timing = scheme.Timing;
        return new Dictionary<string, object?>
        {
            [FlowInputs.CycleYear] = scheme.Year,
            [FlowInputs.SupervisionRounds] = timing.SupervisionRounds,
            [FlowInputs.SelfAssessmentDue] = Iso(timing.SelfAssessmentDue.In(scheme.Year + 1)),
            [FlowInputs.CertificationDays] = timing.CertificationDays,
            [FlowInputs.AdvanceNoticeWorkingDays] = timing.AdvanceNoticeWorkingDays,
            [FlowInputs.SurveyDays] = timing.SurveyDays,
            [FlowInputs.EvaluationWorkingDays] = timing.EvaluationWorkingDays,
            [FlowInputs.AggregationWorkingDays] = timing.AggregationWorkingDays,
            [FlowInputs.ResultsDue] = Iso(timing.ResultsDue.In(scheme.Year + 1)),
            [FlowInputs.RectificationMonths] = timing.RectificationMonths,
        };
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
