namespace Kaohe.Assessment.Meetings;

/// <summary>考核大会 of a unit, or a 联席会议: agenda, who is expected, who signed in, minutes.</summary>
public sealed record AssessmentMeeting
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that convenes it.</summary>
    public required string UnitId { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    /// <summary>议程.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>How many are expected.</summary>
    public required int Expected { get; init; }

    /// <summary>How many have to be there.</summary>
    public required int Quorum { get; init; }

    /// <summary>签到.</summary>
    public IReadOnlyList<SignIn> SignIns { get; init; } = [];

    /// <summary>会议记录; the meeting is over once it is written.</summary>
    public string Minutes { get; init; } = "";

    /// <summary>True once the minutes are written.</summary>
    public bool IsClosed => Minutes.Length > 0;

    /// <summary>Signs a person in; a second time changes nothing.</summary>
    /// <exception cref="RulesBrokenException">The meeting is over.</exception>
    public AssessmentMeeting SignIn(SignIn signIn)
    {
        Rule.CheckAll([new MeetingIsOpenRule(this)]);
        return SignIns.Any(other => other.PersonId == signIn.PersonId) ? this : this with { SignIns = [.. SignIns, signIn] };
    }

    /// <summary>Writes the minutes and closes the meeting.</summary>
    /// <exception cref="RulesBrokenException">Too few came, nothing is written, or the meeting is over.</exception>
    public AssessmentMeeting Close(string minutes)
    {
        Rule.CheckAll(
        [
            new MeetingIsOpenRule(this),
            new QuorumReachedRule(this),
            new TextRequiredRule("minutes", minutes, "会议记录", "环节四 考核大会"),
        ]);
        return this with { Minutes = minutes };
    }
}

/// <summary>A person who came.</summary>
/// <param name="PersonId">Id of the official, or the name of a guest.</param>
/// <param name="At">When.</param>
public sealed record SignIn(string PersonId, DateTimeOffset At);

/// <summary>Enough people came.</summary>
/// <param name="meeting">The meeting.</param>
public sealed class QuorumReachedRule(AssessmentMeeting meeting) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节四 考核大会：到会人数达到规定";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (meeting.SignIns.Count < meeting.Quorum)
        {
            yield return new Problem(
                "signIns",
                $"应到 {meeting.Expected} 人，须到 {meeting.Quorum} 人，签到 {meeting.SignIns.Count} 人，人数不足，请补签或另行召开。");
        }
    }
}

/// <summary>A meeting that is over takes nobody in.</summary>
/// <param name="meeting">The meeting.</param>
public sealed class MeetingIsOpenRule(AssessmentMeeting meeting) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节四 考核大会";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (meeting.IsClosed)
        {
            yield return new Problem("minutes", "会议已经结束并形成记录，不能再改动。");
        }
    }
}
