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
        return Move(RectificationStage.ReportSubmitted, "上报整改报告", by, at) with { Report = report, SubmittedBy = by };
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

    /// <summary>复查 found the measures carried out.</summary>
    /// <exception cref="RulesBrokenException">Not approved yet, or no finding is written down.</exception>
    public Rectification PassRecheck(string finding, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            Fits(RectificationStage.LeaderApproved),
            NotOwn(SubmittedBy, by),
            new TextRequiredRule("finding", finding, "复查情况", "整改流程：复查"),
        ]);
        return Move(RectificationStage.Rechecked, "复查通过", by, at, finding);
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
            Fits(RectificationStage.ReportSubmitted, RectificationStage.OfficePassed, RectificationStage.LeaderApproved),
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
