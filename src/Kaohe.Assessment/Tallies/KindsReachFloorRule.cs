using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Tallies;

/// <summary>A step does not close while a kind of rater is below its floor, unless the office decides so with a reason.</summary>
/// <param name="scheme">The counting rules.</param>
/// <param name="tally">The tally; empty when nothing was counted.</param>
/// <param name="decisions">Decisions of the office about this unit and component.</param>
public sealed class KindsReachFloorRule(BallotScheme scheme, BallotTally? tally, IReadOnlyList<FloorDecision> decisions) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 ballots.kinds[].floor：低于最低有效票数不出分，环节须由考核办说明理由后才能结束";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => scheme.Kinds
        .Where(kind => (tally?.Kind(kind.Code)?.Valid ?? 0) < kind.Floor && !IsDecided(kind.Code))
        .Select(kind => new Problem(
            $"kinds[{kind.Code}]",
            $"“{kind.Name}”有效票不足 {kind.Floor} 张，请补测，或由考核办写明理由决定不计这一类票。"));

    private bool IsDecided(string kindCode) =>
        decisions.Any(decision => (decision.KindCode is null || decision.KindCode == kindCode) && !string.IsNullOrWhiteSpace(decision.Reason));
}

/// <summary>The office decides that a component, or one kind of rater in it, is left out for a unit; its weight passes to the rest.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Component">The component.</param>
/// <param name="KindCode">The kind; empty for the whole component.</param>
/// <param name="Reason">Why; mandatory.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record FloorDecision(
    string UnitId, CompositeComponent Component, string? KindCode, string Reason, string By, DateTimeOffset At);
