namespace Kaohe.Assessment.Schemes;

/// <summary>Day counts and dates of the year. Working days are counted by the office's calendar.</summary>
public sealed record SchemeTiming
{
    /// <summary>督查 rounds in a year.</summary>
    public int SupervisionRounds { get; init; } = 4;

    /// <summary>Month and day, in the year after the assessed one, by which the 自查报告 is due.</summary>
    public MonthDay SelfAssessmentDue { get; init; } = new(1, 15);

    /// <summary>Calendar days after that day in which the data departments certify the figures.</summary>
    public int CertificationDays { get; init; } = 10;

    /// <summary>Working days between the 考核预告 and the team's arrival.</summary>
    public int AdvanceNoticeWorkingDays { get; init; } = 3;

    /// <summary>Days for which the 民意调查 is open.</summary>
    public int SurveyDays { get; init; } = 10;

    /// <summary>Working days for 综合评价.</summary>
    public int EvaluationWorkingDays { get; init; } = 5;

    /// <summary>Working days for 考核汇总.</summary>
    public int AggregationWorkingDays { get; init; } = 5;

    /// <summary>Month and day, in the year after, by which the results are decided.</summary>
    public MonthDay ResultsDue { get; init; } = new(3, 31);

    /// <summary>Calendar months for the 整改报告 from the notice.</summary>
    public int RectificationMonths { get; init; } = 1;

    /// <summary>Calendar days to ask for 复核.</summary>
    public int ReviewAskDays { get; init; } = 30;

    /// <summary>Calendar days to answer it.</summary>
    public int ReviewAnswerDays { get; init; } = 30;
}

/// <summary>A day of any year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public sealed record MonthDay(int Month, int Day)
{
    /// <summary>The date in a year.</summary>
    public DateOnly In(int year) => new(year, Month, Day);
}
