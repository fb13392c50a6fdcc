namespace Kaohe.Assessment.Officials;

/// <summary>考核组: sent out every year by 考核办 to the units it is given.</summary>
public sealed record AssessmentTeam
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name, for example 第一考核组.</summary>
    public required string Name { get; init; }

    /// <summary>组长.</summary>
    public required string LeaderId { get; init; }

    /// <summary>Everybody in it, leader and liaison included.</summary>
    public required IReadOnlyList<string> MemberIds { get; init; }

    /// <summary>联络员.</summary>
    public required string LiaisonId { get; init; }

    /// <summary>The units it assesses.</summary>
    public IReadOnlyList<string> UnitIds { get; init; } = [];

    /// <summary>Who keeps away from which unit (回避), and why.</summary>
    public IReadOnlyList<Recusal> Recusals { get; init; } = [];

    /// <summary>The members who may act on a unit: all but the recused.</summary>
    public IReadOnlyList<string> MembersFor(string unitId) =>
        [.. MemberIds.Where(member => !Recusals.Any(recusal => recusal.OfficialId == member && recusal.UnitId == unitId))];
}

/// <summary>回避: a member keeps away from one unit.</summary>
/// <param name="OfficialId">The member.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Reason">Why.</param>
public sealed record Recusal(string OfficialId, string UnitId, string Reason);
