using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Tallies;

/// <summary>Where a tally sheet stands.</summary>
public enum TallyState
{
    /// <summary>Entered by one person; waits for the second.</summary>
    Entered,

    /// <summary>The second person found a difference; it has to be entered again.</summary>
    Disputed,

    /// <summary>Confirmed by the second person; it counts.</summary>
    Confirmed,
}

/// <summary>计票汇总表: entered by one person and confirmed by another; only then does it count.</summary>
public sealed record TwoPersonTally
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The numbers.</summary>
    public required BallotTally Tally { get; init; }

    /// <summary>Where it stands.</summary>
    public TallyState State { get; init; }

    /// <summary>计票人.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>监票人, who confirmed or disputed.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>When it was confirmed or disputed.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why it was disputed.</summary>
    public string? DisputeReason { get; init; }

    /// <summary>Enters a sheet.</summary>
    /// <exception cref="RulesBrokenException">The numbers do not add up.</exception>
    public static TwoPersonTally Enter(string id, BallotTally tally, BallotScheme scheme, string by, DateTimeOffset at)
    {
        Rule.CheckAll([new TallyAddsUpRule(tally, scheme)]);
        return new TwoPersonTally { Id = id, Tally = tally, EnteredBy = by, EnteredAt = at };
    }

    /// <summary>Confirms the sheet.</summary>
    /// <exception cref="RulesBrokenException">The same person, or the sheet does not wait for confirmation.</exception>
    public TwoPersonTally Confirm(string by, DateTimeOffset at)
    {
        Rule.CheckAll([new FitsStateRule<TallyState>("计票汇总表", State, TallyStateNames.Of, TallyState.Entered), new AnotherPersonChecksRule(EnteredBy, by)]);
        return this with { State = TallyState.Confirmed, CheckedBy = by, CheckedAt = at, DisputeReason = null };
    }

    /// <summary>Says that the sheet differs from the papers.</summary>
    /// <exception cref="RulesBrokenException">The same person, no reason, or the sheet does not wait for confirmation.</exception>
    public TwoPersonTally Dispute(string reason, string by, DateTimeOffset at)
    {
        Rule.CheckAll(
        [
            new FitsStateRule<TallyState>("计票汇总表", State, TallyStateNames.Of, TallyState.Entered),
            new AnotherPersonChecksRule(EnteredBy, by),
            new ReasonRequiredRule("reason", reason, "退回计票表"),
        ]);
        return this with { State = TallyState.Disputed, CheckedBy = by, CheckedAt = at, DisputeReason = reason };
    }

    /// <summary>Enters the numbers again after a dispute, or before the confirmation.</summary>
    /// <exception cref="RulesBrokenException">The numbers do not add up, or the sheet is confirmed already.</exception>
    public TwoPersonTally EnterAgain(BallotTally tally, BallotScheme scheme, string by, DateTimeOffset at)
    {
        Rule.CheckAll([new FitsStateRule<TallyState>("计票汇总表", State, TallyStateNames.Of, TallyState.Entered, TallyState.Disputed), new TallyAddsUpRule(tally, scheme)]);
        return this with { Tally = tally, State = TallyState.Entered, EnteredBy = by, EnteredAt = at, CheckedBy = null, CheckedAt = null };
    }
}
