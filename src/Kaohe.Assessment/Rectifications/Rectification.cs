namespace Kaohe.Assessment.Rectifications;

/// <summary>整改: from the notice to 销号, for one unit and year. Each check may send it back with a reason.</summary>
public sealed record Rectification
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>Why it has to be done, in Chinese.</summary>
    public required string Cause { get; init; }

    /// <summary>The day of the notice.</summary>
    public required DateOnly NoticedOn { get; init; }

    /// <summary>The day by which the report is due: one calendar month after the notice, moved to a working day by the calendar.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Where it stands.</summary>
    public RectificationStage Stage { get; init; }

    /// <summary>The report, once handed in.</summary>
    public RectificationReport? Report { get; init; }

    /// <summary>Who handed the report in.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>Who reviewed it in the office.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>What the unit reported about its measures; null while it has not, or did not until the last day.</summary>
    public RectificationCompletion? Completion { get; init; }

    /// <summary>When the last day for the measures had passed without a report about them; null when it was reported, or is not due yet.</summary>
    public DateTimeOffset? CompletionMissedAt { get; init; }

    /// <summary>What 复查 found when it passed.</summary>
    public RectificationRecheck? Recheck { get; init; }

    /// <summary>When it was carried on to 诫勉谈话 because the report was late; at most once.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LogEntry> Log { get; init; } = [];

    /// <summary>True while the unit has to act.</summary>
    public bool WaitsForUnit => Stage is RectificationStage.NoticeIssued or RectificationStage.Returned;

    /// <summary>True when the unit's report is late.</summary>
    public bool IsOverdue(DateOnly today) => WaitsForUnit && today > DueOn;

    /// <summary>The unit hands its report in.</summary>
    /// <exception cref="RulesBrokenException">The report is incomplete, or is not waited for.</exception>
    public Rectification Submit(RectificationReport report, string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(RectificationStage.NoticeIssued, RectificationStage.Returned), new ReportIsCompleteRule(report)]);
        return Move(RectificationStage.ReportSubmitted, "上报整改报告", by, at) with { Report = report, SubmittedBy = by, Completion = null, CompletionMissedAt = null, Recheck = null };
    }

    /// <summary>The office passes the report on to a leader.</summary>
    /// <exception cref="RulesBrokenException">Not waiting for the office, or the person reviews the own report.</exception>
    public Rectification PassReview(string comment, string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(RectificationStage.ReportSubmitted), NotOwn(SubmittedBy, by)]);
        return Move(RectificationStage.OfficePassed, "考核办审核通过", by, at, comment) with { ReviewedBy = by };
    }

    /// <summary>A leader approves the report.</summary>
    /// <exception cref="RulesBrokenException">Not waiting for a leader, or the person decides about the own act.</exception>
    public Rectification Approve(string comment, string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(RectificationStage.OfficePassed), NotOwn(SubmittedBy, by), NotOwn(ReviewedBy, by)]);
        return Move(RectificationStage.LeaderApproved, "领导批准", by, at, comment);
    }

    /// <summary>The unit reports that it has carried its measures out, and applies for 销号.</summary>
    /// <exception cref="RulesBrokenException">Not approved yet, or a measure is left out.</exception>
    public Rectification ReportCompletion(RectificationCompletion completion, string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(RectificationStage.LeaderApproved), new CompletionAnswersEveryMeasureRule(completion, Report?.Measures.Count ?? 0)]);
        return Move(RectificationStage.AwaitingRecheck, "报告完成情况、申请销号", by, at, completion.Statement) with { Completion = completion with { By = by, At = at } };
    }

    /// <summary>The last day for the measures has passed, and the unit has not reported; 复查 goes there all the same.</summary>
    /// <exception cref="RulesBrokenException">The unit is not at its measures.</exception>
    public Rectification MissCompletion(string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(RectificationStage.LeaderApproved)]);
        return Move(RectificationStage.AwaitingRecheck, "到期未报告完成情况", by, at) with { CompletionMissedAt = at };
    }

    /// <summary>复查 found the measures carried out.</summary>
    /// <param name="finding">复查情况 on the whole.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="measures">What was found about each measure; null where 复查 is recorded as a whole only.</param>
    /// <param name="visitedOn">The day of the visit; null where none is given.</param>
    /// <exception cref="RulesBrokenException">Not approved yet, no finding is written down, or a measure is not in place.</exception>
    public Rectification PassRecheck(string finding, string by, DateTimeOffset at, IReadOnlyList<MeasureFinding>? measures = null, DateOnly? visitedOn = null)
    {
        Rule.CheckAll(
        [
            Fits(RectificationStage.LeaderApproved, RectificationStage.AwaitingRecheck),
            NotOwn(SubmittedBy, by),
            NotOwn(Completion?.By, by),
            new TextRequiredRule("finding", finding, "复查情况", "整改流程：复查"),
            new EveryMeasureIsInPlaceRule(measures ?? [], Report?.Measures.Count ?? 0),
        ]);
        var recheck = new RectificationRecheck { VisitedOn = visitedOn, Finding = finding, Measures = measures ?? [], By = by, At = at };
        return Move(RectificationStage.Rechecked, "复查通过", by, at, finding) with { Recheck = recheck };
    }

    /// <summary>Office, leader or 复查 sends it back to the unit.</summary>
    /// <param name="reason">Why; mandatory.</param>
    /// <param name="newDueOn">The new day by which the unit has to report.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RulesBrokenException">No reason, a day before today, or nobody checks it now.</exception>
    public Rectification Return(string reason, DateOnly newDueOn, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            Fits(RectificationStage.ReportSubmitted, RectificationStage.OfficePassed, RectificationStage.LeaderApproved, RectificationStage.AwaitingRecheck),
            new ReasonRequiredRule("reason", reason, "退回整改报告"),
            new NewDueDateIsAheadRule(newDueOn, ChinaTime.DateOf(at)),
        ]);
        return Move(RectificationStage.Returned, ReturnedFrom(Stage), by, at, reason) with { DueOn = newDueOn, ReviewedBy = null };
    }

    /// <summary>销号.</summary>
    /// <exception cref="RulesBrokenException">复查 has not passed.</exception>
    public Rectification Close(string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(RectificationStage.Rechecked)]);
        return Move(RectificationStage.Closed, "销号", by, at);
    }

    /// <summary>Carries a late report on to 诫勉谈话.</summary>
    /// <exception cref="RulesBrokenException">It is not late, or was carried on before.</exception>
    public Rectification Escalate(string by, DateTimeOffset at)
    {
        Rule.CheckAll([new EscalatesOnceWhenOverdueRule(this, ChinaTime.DateOf(at))]);
        return this with { EscalatedAt = at, Log = [.. Log, new LogEntry("逾期转诫勉谈话", by, at)] };
    }

    private static string ReturnedFrom(RectificationStage stage) => stage switch
    {
        RectificationStage.ReportSubmitted => "考核办退回",
        RectificationStage.OfficePassed => "领导退回",
        _ => "复查未通过退回",
    };

    private static AnotherPersonRule NotOwn(string? first, string by) => new(
        "by", first, by, "不能审批本人经办的事项，请由他人办理。", "整改流程：报告、审核、批准由不同的人办理");

    private FitsStateRule<RectificationStage> Fits(params IReadOnlyList<RectificationStage> allowed) =>
        new("整改", Stage, RectificationStageNames.Of, allowed);

    private Rectification Move(RectificationStage stage, string act, string by, DateTimeOffset at, string comment = "") =>
        this with { Stage = stage, Log = [.. Log, new LogEntry(act, by, at, comment)] };
}
