using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Reviews;

/// <summary>Where a 复核 stands.</summary>
public enum ReviewState
{
    /// <summary>Asked for; nobody handles it yet.</summary>
    Requested,

    /// <summary>Somebody handles it.</summary>
    InHand,

    /// <summary>Answered.</summary>
    Answered,
}

/// <summary>What a 复核 led to.</summary>
public enum ReviewOutcome
{
    /// <summary>维持原结果.</summary>
    Upheld,

    /// <summary>更正结果.</summary>
    Changed,
}

/// <summary>复核: a unit or a person asks to look at a result again. It does not suspend the result.</summary>
public sealed record ReviewRequest
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>Who asks.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>The day of the request.</summary>
    public required DateOnly RequestedOn { get; init; }

    /// <summary>What is contested and why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who handled the result first.</summary>
    public required string FirstHandlerId { get; init; }

    /// <summary>The last day for the answer.</summary>
    public required DateOnly AnswerDueOn { get; init; }

    /// <summary>Where it stands.</summary>
    public ReviewState State { get; init; }

    /// <summary>Who handles it now.</summary>
    public string? HandlerId { get; init; }

    /// <summary>What it led to.</summary>
    public ReviewOutcome? Outcome { get; init; }

    /// <summary>The answer in words.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The day of the answer.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LogEntry> Log { get; init; } = [];

    /// <summary>Asks for a review; days are calendar days (statutory), counted from the day after the notice.</summary>
    /// <exception cref="RulesBrokenException">Too late, or no reason.</exception>
    public static ReviewRequest Ask(ReviewApplication application, SchemeTiming timing, DateTimeOffset at)
    {
        var today = ChinaTime.DateOf(at);
        Rule.CheckAll(
        [
            new AskedInTimeRule(application.NotifiedOn, today, timing.ReviewAskDays),
            new ReasonRequiredRule("reason", application.Reason, "申请复核"),
        ]);
        return new ReviewRequest
        {
            Id = application.Id,
            UnitId = application.UnitId,
            Year = application.Year,
            RequestedBy = application.By,
            RequestedOn = today,
            Reason = application.Reason,
            FirstHandlerId = application.FirstHandlerId,
            AnswerDueOn = today.AddDays(timing.ReviewAnswerDays),
            Log = [new LogEntry("申请复核", application.By, at, application.Reason)],
        };
    }

    /// <summary>Gives it to a handler.</summary>
    /// <exception cref="RulesBrokenException">The first handler, the person who asks, or it is answered already.</exception>
    public ReviewRequest Assign(string handlerId, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            Fits(ReviewState.Requested, ReviewState.InHand),
            new AnotherPersonRule("handlerId", FirstHandlerId, handlerId, "复核须由原经办人以外的人办理，请换人。", Citation),
            new AnotherPersonRule("handlerId", RequestedBy, handlerId, "申请人不能办理自己的复核，请换人。", Citation),
        ]);
        return this with { State = ReviewState.InHand, HandlerId = handlerId, Log = [.. Log, new LogEntry("交办", by, at, handlerId)] };
    }

    /// <summary>Answers it.</summary>
    /// <exception cref="RulesBrokenException">Not by its handler, or without a text.</exception>
    public ReviewRequest Reply(ReviewOutcome outcome, string answer, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            Fits(ReviewState.InHand),
            new HandlerAnswersRule(HandlerId, by),
            new TextRequiredRule("answer", answer, "复核意见", Citation),
        ]);
        return this with
        {
            State = ReviewState.Answered,
            Outcome = outcome,
            Answer = answer,
            AnsweredOn = ChinaTime.DateOf(at),
            Log = [.. Log, new LogEntry(outcome == ReviewOutcome.Upheld ? "维持原结果" : "更正结果", by, at, answer)],
        };
    }

    /// <summary>True when the answer is late.</summary>
    public bool IsOverdue(DateOnly today) => State != ReviewState.Answered && today > AnswerDueOn;

    private const string Citation = "公务员法复核、申诉规定；方案 timing.reviewAskDays、timing.reviewAnswerDays";

    private FitsStateRule<ReviewState> Fits(params IReadOnlyList<ReviewState> allowed) => new("复核", State, ReviewStateNames.Of, allowed);
}

/// <summary>What is handed in to ask for a review.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Year">The assessed year.</param>
/// <param name="By">Who asks.</param>
/// <param name="Reason">What is contested and why.</param>
/// <param name="NotifiedOn">The day on which the result was notified.</param>
/// <param name="FirstHandlerId">Who handled the result first.</param>
public sealed record ReviewApplication(
    string Id, string UnitId, int Year, string By, string Reason, DateOnly NotifiedOn, string FirstHandlerId);

/// <summary>Chinese names of the states.</summary>
public static class ReviewStateNames
{
    /// <summary>The state's name.</summary>
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Requested => "待交办",
        ReviewState.InHand => "办理中",
        _ => "已答复",
    };
}
