using Kaohe.Assessment.Officials;

namespace Kaohe.Assessment.Interviews;

/// <summary>Where a talk stands.</summary>
public enum InterviewState
{
    /// <summary>Planned.</summary>
    Scheduled,

    /// <summary>Held and recorded.</summary>
    Recorded,

    /// <summary>Did not take place, with the reason.</summary>
    Cancelled,
}

/// <summary>个别谈话 and its record. The record is confidential: only <see cref="ReaderIds"/> read it, and every read is logged.</summary>
public sealed record Interview
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The assessed unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The team.</summary>
    public required string TeamId { get; init; }

    /// <summary>With whom.</summary>
    public required string IntervieweeId { get; init; }

    /// <summary>Who talks; at least two.</summary>
    public required IReadOnlyList<string> InterviewerIds { get; init; }

    /// <summary>When it is planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public InterviewState State { get; init; }

    /// <summary>What was said; confidential.</summary>
    public string Record { get; init; } = "";

    /// <summary>Who besides the interviewers may read the record (the leader of the team and whom the office names).</summary>
    public IReadOnlyList<string> ReaderIds { get; init; } = [];

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LogEntry> Log { get; init; } = [];

    /// <summary>Plans a talk.</summary>
    /// <exception cref="RulesBrokenException">Fewer than two interviewers, or one who keeps away from the unit.</exception>
    public static Interview Schedule(Interview plan, AssessmentTeam team, string by, DateTimeOffset at)
    {
        Rule.CheckAll([new TwoInterviewersRule(plan), new InterviewersMayActRule(plan, team)]);
        return plan with
        {
            State = InterviewState.Scheduled,
            ReaderIds = [.. plan.ReaderIds.Append(team.LeaderId).Distinct()],
            Log = [.. plan.Log, new LogEntry("安排谈话", by, at)],
        };
    }

    /// <summary>True when this person may read the record.</summary>
    public bool MayRead(string officialId) => InterviewerIds.Contains(officialId) || ReaderIds.Contains(officialId);

    /// <summary>Records the talk.</summary>
    /// <exception cref="RulesBrokenException">Nothing written, somebody who was not there, or the talk is not planned any more.</exception>
    public Interview Write(string text, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            Fits(InterviewState.Scheduled),
            new TextRequiredRule("record", text, "谈话记录", "环节六 个别谈话"),
            new InterviewerRecordsRule(this, by),
        ]);
        return this with { State = InterviewState.Recorded, Record = text, Log = [.. Log, new LogEntry("记录谈话", by, at)] };
    }

    /// <summary>Says that the talk did not take place.</summary>
    /// <exception cref="RulesBrokenException">No reason, or the talk is not planned any more.</exception>
    public Interview Cancel(string reason, string by, DateTimeOffset at)
    {
        Rule.CheckAll([Fits(InterviewState.Scheduled), new ReasonRequiredRule("reason", reason, "取消谈话")]);
        return this with { State = InterviewState.Cancelled, Log = [.. Log, new LogEntry("取消谈话", by, at, reason)] };
    }

    private FitsStateRule<InterviewState> Fits(params IReadOnlyList<InterviewState> allowed) =>
        new("谈话", State, InterviewStateNames.Of, allowed);
}

/// <summary>Chinese names of the states.</summary>
public static class InterviewStateNames
{
    /// <summary>The state's name.</summary>
    public static string Of(InterviewState state) => state switch
    {
        InterviewState.Scheduled => "已安排",
        InterviewState.Recorded => "已记录",
        _ => "已取消",
    };
}
