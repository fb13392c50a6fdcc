namespace Kaohe.Office.People;

/// <summary>代理: somebody stands in for a person from one day to another, for a scope of work.</summary>
public sealed record Delegation
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Who is away.</summary>
    public required PersonRef Principal { get; init; }

    /// <summary>Who stands in.</summary>
    public required PersonRef Proxy { get; init; }

    /// <summary>First day, office time.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, office time.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What the proxy may do.</summary>
    public DelegationScope Scope { get; init; } = DelegationScope.AllButSigning;

    /// <summary>Why, e.g. 出差.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it in the principal's place, because the principal could not; null when the principal did.</summary>
    public PersonRef? RecordedBy { get; init; }

    /// <summary>When it was ended early, if it was.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Who ended it early.</summary>
    public PersonRef? RevokedBy { get; init; }

    /// <summary>Whether it holds at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public bool IsEffective(DateTimeOffset instant)
    {
        var date = OfficeTime.DateOf(instant);
        return date >= From && date <= To && (RevokedAt is not { } revoked || instant < revoked);
    }

    /// <summary>Whether it holds at an instant for a piece of work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="instant">The instant.</param>
    public bool Covers(WorkScope work, DateTimeOffset instant) => IsEffective(instant) && Scope.Covers(work);
}
