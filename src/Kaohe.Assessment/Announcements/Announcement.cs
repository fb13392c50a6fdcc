namespace Kaohe.Assessment.Announcements;

/// <summary>考核预告: what a unit posts before the team arrives, so that everybody knows whom to turn to.</summary>
public sealed record Announcement
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The team that comes.</summary>
    public required string TeamId { get; init; }

    /// <summary>The day on which the team arrives.</summary>
    public required DateOnly ArrivesOn { get; init; }

    /// <summary>考核期间, in words.</summary>
    public string Period { get; init; } = "";

    /// <summary>考核依据.</summary>
    public string Basis { get; init; } = "";

    /// <summary>考核内容.</summary>
    public string Content { get; init; } = "";

    /// <summary>考核组 by name.</summary>
    public string Team { get; init; } = "";

    /// <summary>联络员.</summary>
    public string Liaison { get; init; } = "";

    /// <summary>联系电话.</summary>
    public string Phone { get; init; } = "";

    /// <summary>意见箱或电子邮箱.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>The unit's confirmation that it is posted.</summary>
    public Posting? Posted { get; init; }

    /// <summary>What must be true before a leader signs it.</summary>
    /// <param name="signBefore">The last day to post it: the scheme's working days before the arrival, by the calendar.</param>
    /// <param name="today">Today.</param>
    public IReadOnlyList<Rule> RulesBeforeSigning(DateOnly signBefore, DateOnly today) =>
        [new AnnouncementIsCompleteRule(this), new AnnouncedInTimeRule(signBefore, today)];

    /// <summary>The unit confirms that it is posted.</summary>
    /// <exception cref="RulesBrokenException">It was confirmed before, or the place is missing.</exception>
    public Announcement Post(Posting posting)
    {
        Rule.CheckAll(
        [
            new TextRequiredRule("place", posting.Place, "张贴或公布位置", "环节三 考核预告"),
            new PostedOnceRule(this),
        ]);
        return this with { Posted = posting };
    }
}

/// <summary>Where and when an announcement was posted.</summary>
/// <param name="Place">Where.</param>
/// <param name="By">Who confirms it.</param>
/// <param name="At">When.</param>
/// <param name="PhotoFileId">A photograph, if there is one.</param>
public sealed record Posting(string Place, string By, DateTimeOffset At, string? PhotoFileId = null);
