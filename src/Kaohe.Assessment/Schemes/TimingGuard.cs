namespace Kaohe.Assessment.Schemes;

/// <summary>Checks day counts and dates.</summary>
internal static class TimingGuard
{
    private const int LeapYear = 2028;
    private const int MostRounds = 12;
    private const int Most = 366;

    /// <summary>Every problem with its path.</summary>
    public static IEnumerable<Problem> Check(SchemeTiming timing)
    {
        (string Path, string Name, int Value, int Least)[] counts =
        [
            ("supervisionRounds", "督查次数", timing.SupervisionRounds, 1),
            ("certificationDays", "数据认定天数", timing.CertificationDays, 1),
            ("advanceNoticeWorkingDays", "预告提前工作日", timing.AdvanceNoticeWorkingDays, 1),
            ("surveyDays", "民意调查天数", timing.SurveyDays, 1),
            ("evaluationWorkingDays", "综合评价工作日", timing.EvaluationWorkingDays, 1),
            ("aggregationWorkingDays", "考核汇总工作日", timing.AggregationWorkingDays, 1),
            ("rectificationMonths", "整改报告期限（月）", timing.RectificationMonths, 1),
            ("reviewAskDays", "申请复核天数", timing.ReviewAskDays, 1),
            ("reviewAnswerDays", "答复复核天数", timing.ReviewAnswerDays, 1),
        ];
        foreach (var (path, name, value, least) in counts.Where(count => count.Value < count.Least))
        {
            yield return new Problem($"timing.{path}", $"{name}为 {value}，至少应为 {least}。");
        }

        // These are the deadlines that people are held to, so what no year has is a slip of the pen.
        foreach (var (path, name, value, _) in counts.Where(count => count.Value > Most))
        {
            yield return new Problem($"timing.{path}", $"{name}为 {value}，最多为 {Most}。");
        }

        if (timing.SupervisionRounds is > MostRounds and <= Most)
        {
            yield return new Problem("timing.supervisionRounds", $"督查次数为 {timing.SupervisionRounds}，一年最多 {MostRounds} 次（每月一次）。");
        }

        (string Path, string Name, MonthDay Day)[] dates =
        [
            ("selfAssessmentDue", "自查报告截止日", timing.SelfAssessmentDue),
            ("resultsDue", "结果评定截止日", timing.ResultsDue),
        ];
        foreach (var (path, name, day) in dates.Where(date => !IsDay(date.Day)))
        {
            yield return new Problem($"timing.{path}", $"{name} {day.Month}月{day.Day}日 不是有效日期。");
        }

        if (IsDay(timing.SelfAssessmentDue) && IsDay(timing.ResultsDue)
            && timing.SelfAssessmentDue.In(LeapYear) >= timing.ResultsDue.In(LeapYear))
        {
            yield return new Problem("timing.resultsDue", "结果评定截止日必须晚于自查报告截止日。");
        }
        else if (IsDay(timing.SelfAssessmentDue) && IsDay(timing.ResultsDue) && timing.CertificationDays is >= 1 and <= Most
            && timing.SelfAssessmentDue.In(LeapYear).AddDays(timing.CertificationDays) >= timing.ResultsDue.In(LeapYear))
        {
            yield return new Problem("timing.certificationDays", "数据认定结束日必须早于结果评定截止日。");
        }
    }

    private static bool IsDay(MonthDay day) =>
        day.Month is >= 1 and <= 12 && day.Day >= 1 && day.Day <= DateTime.DaysInMonth(LeapYear - 1, day.Month);
}
