using Kaohe.Assessment.Indicators;

namespace Kaohe.Assessment.SelfAssessments;

/// <summary>Where a 自查报告 stands.</summary>
public enum SelfAssessmentState
{
    /// <summary>Being written by the unit.</summary>
    Draft,

    /// <summary>Signed by the head and handed in.</summary>
    Submitted,

    /// <summary>Sent back to the unit with a reason.</summary>
    Returned,

    /// <summary>Its figures are certified and the office has accepted it.</summary>
    Accepted,
}

/// <summary>自查报告: four parts and the figures of the year, signed by the head of the unit.</summary>
public sealed record SelfAssessmentReport
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The four parts.</summary>
    public SelfAssessmentParts Parts { get; init; } = SelfAssessmentParts.Empty;

    /// <summary>The figures that the unit reports.</summary>
    public IReadOnlyList<ReportedFigure> Figures { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public SelfAssessmentState State { get; init; }

    /// <summary>Who signed it.</summary>
    public string? SignedBy { get; init; }

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LogEntry> Log { get; init; } = [];

    /// <summary>Writes the report; allowed until it is handed in.</summary>
    /// <exception cref="RulesBrokenException">It is handed in already.</exception>
    public SelfAssessmentReport Write(SelfAssessmentParts parts, IReadOnlyList<ReportedFigure> figures)
    {
        Rule.CheckAll([Fits(SelfAssessmentState.Draft, SelfAssessmentState.Returned)]);
        return this with { Parts = parts, Figures = figures };
    }

    /// <summary>The head signs, and the report is handed in.</summary>
    /// <param name="by">Who signs.</param>
    /// <param name="headId">The head of the unit.</param>
    /// <param name="expected">Indicators for which a figure is due.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RulesBrokenException">A part or a figure is missing, or somebody else than the head signs.</exception>
    public SelfAssessmentReport Sign(string by, string headId, IReadOnlyList<Indicator> expected, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            Fits(SelfAssessmentState.Draft, SelfAssessmentState.Returned),
            new FourPartsWrittenRule(Parts),
            new EveryIndicatorHasFigureRule(expected, Figures),
            new OnlyHeadSignsRule(by, headId),
        ]);
        return Move(SelfAssessmentState.Submitted, "签字上报", by, at) with { SignedBy = by };
    }

    /// <summary>Sends the report back.</summary>
    /// <exception cref="RulesBrokenException">No reason, or it is not handed in.</exception>
    public SelfAssessmentReport Return(string reason, string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(SelfAssessmentState.Submitted), new ReasonRequiredRule("reason", reason, "退回自查报告")]);
        return Move(SelfAssessmentState.Returned, "退回", by, at, reason) with { SignedBy = null };
    }

    /// <summary>Accepts the report.</summary>
    /// <exception cref="RulesBrokenException">It is not handed in.</exception>
    public SelfAssessmentReport Accept(string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(SelfAssessmentState.Submitted)]);
        return Move(SelfAssessmentState.Accepted, "审核通过", by, at);
    }

    private FitsStateRule<SelfAssessmentState> Fits(params IReadOnlyList<SelfAssessmentState> allowed) =>
        new("自查报告", State, SelfAssessmentStateNames.Of, allowed);

    private SelfAssessmentReport Move(SelfAssessmentState state, string act, string by, DateTimeOffset at, string comment = "") =>
        this with { State = state, Log = [.. Log, new LogEntry(act, by, at, comment)] };
}

/// <summary>The four parts of the report.</summary>
/// <param name="Completion">完成情况.</param>
/// <param name="Measures">主要措施.</param>
/// <param name="Shortcomings">存在问题和原因.</param>
/// <param name="NextSteps">下步打算.</param>
public sealed record SelfAssessmentParts(string Completion, string Measures, string Shortcomings, string NextSteps)
{
    /// <summary>Nothing written yet.</summary>
    public static SelfAssessmentParts Empty { get; } = new("", "", "", "");
}

/// <summary>A figure as reported.</summary>
/// <param name="IndicatorCode">The 二级指标.</param>
/// <param name="Value">The figure, in the indicator's measure.</param>
public sealed record ReportedFigure(string IndicatorCode, decimal Value);

/// <summary>Chinese names of the states.</summary>
public static class SelfAssessmentStateNames
{
    /// <summary>The state's name.</summary>
    public static string Of(SelfAssessmentState state) => state switch
    {
        SelfAssessmentState.Draft => "起草中",
        SelfAssessmentState.Submitted => "已上报",
        SelfAssessmentState.Returned => "已退回",
        _ => "已审核",
    };
}
