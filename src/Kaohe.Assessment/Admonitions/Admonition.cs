namespace Kaohe.Assessment.Admonitions;

/// <summary>Where a 诫勉谈话 stands.</summary>
public enum AdmonitionState
{
    /// <summary>Opened; the talk has to be arranged.</summary>
    Opened,

    /// <summary>Arranged with day, place and who talks.</summary>
    Notified,

    /// <summary>Held and recorded, with the day by which things have to be better.</summary>
    Held,
}

/// <summary>诫勉谈话 with the 主要负责人 of a unit, 促其限期改进.</summary>
public sealed record Admonition
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The 主要负责人.</summary>
    public required string OfficialId { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>Every reason, from the consequence or from a late 整改.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Where it stands.</summary>
    public AdmonitionState State { get; init; }

    /// <summary>Day and hour of the talk.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Where it is held.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who talks.</summary>
    public string? InterviewerId { get; init; }

    /// <summary>What was said; confidential.</summary>
    public string Record { get; init; } = "";

    /// <summary>By when things have to be better.</summary>
    public DateOnly? ImproveBy { get; init; }

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LogEntry> Log { get; init; } = [];

    /// <summary>
    /// Arranges the talk: day, hour, place and who talks. A talk may be arranged again, because it was put off or because the unit is late after a first talk.
    /// </summary>
    /// <exception cref="RulesBrokenException">No place, a day that is over, or the person would talk to themselves.</exception>
    public Admonition Arrange(DateTimeOffset heldAt, string place, string interviewerId, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            new AnotherPersonRule("interviewerId", OfficialId, interviewerId, "谈话人不能是被谈话人本人，请另行确定。", Seed),
            new TextRequiredRule("place", place, "谈话地点", Seed),
            new TalkIsAheadRule(ChinaTime.DateOf(heldAt), ChinaTime.DateOf(at)),
        ]);
        return this with
        {
            State = AdmonitionState.Notified,
            HeldAt = heldAt,
            Place = place,
            InterviewerId = interviewerId,
            Log = [.. Log, new LogEntry(State == AdmonitionState.Opened ? "安排诫勉谈话" : "重新安排诫勉谈话", by, at)],
        };
    }

    /// <summary>Records the talk; a further talk in the same year is added to the record.</summary>
    /// <exception cref="RulesBrokenException">Not arranged, nothing written, or a day that is not ahead.</exception>
    public Admonition Hold(string record, DateOnly improveBy, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            Fits(AdmonitionState.Notified),
            new TextRequiredRule("record", record, "谈话记录", Seed),
            new ImprovementIsAheadRule(improveBy, ChinaTime.DateOf(at)),
        ]);
        return this with
        {
            State = AdmonitionState.Held,
            Record = Record.Length == 0 ? record : $"{Record}\n{record}",
            ImproveBy = improveBy,
            Log = [.. Log, new LogEntry(Record.Length == 0 ? "完成诫勉谈话" : "再次诫勉谈话", by, at)],
        };
    }

    internal const string Seed = "讲话二（三）一：要对单位主要负责人进行诫勉谈话，促其限期改进";

    private FitsStateRule<AdmonitionState> Fits(params IReadOnlyList<AdmonitionState> allowed) => new(
        "诫勉谈话",
        State,
        state => state switch
        {
            AdmonitionState.Opened => "待安排",
            AdmonitionState.Notified => "已安排",
            _ => "已谈话",
        },
        allowed);
}

/// <summary>A talk is arranged for a day to come.</summary>
/// <param name="heldOn">The day of the talk.</param>
/// <param name="today">Today.</param>
public sealed class TalkIsAheadRule(DateOnly heldOn, DateOnly today) : Rule
{
    /// <inheritdoc/>
    public override string Citation => Admonition.Seed;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (heldOn < today)
        {
            yield return new Problem("heldOn", $"谈话日期 {heldOn:yyyy-MM-dd} 已经过去，请改期。");
        }
    }
}

/// <summary>限期改进: the day lies ahead.</summary>
/// <param name="improveBy">The day.</param>
/// <param name="today">Today.</param>
public sealed class ImprovementIsAheadRule(DateOnly improveBy, DateOnly today) : Rule
{
    /// <inheritdoc/>
    public override string Citation => Admonition.Seed;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (improveBy <= today)
        {
            yield return new Problem("improveBy", $"改进期限 {improveBy:yyyy-MM-dd} 必须晚于今天，请改期。");
        }
    }
}
