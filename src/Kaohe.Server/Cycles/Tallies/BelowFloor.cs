using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Tallies;

/// <summary>A kind of rater of a unit with fewer valid ballots than its floor: it yields no figure until the office has it rated again or leaves it out with a reason.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">Its short name.</param>
/// <param name="Component">The rated component.</param>
/// <param name="KindCode">The kind; null when no kind of the component reaches its floor, so that the component as a whole has no figure.</param>
/// <param name="KindName">Chinese name of the kind, or 各类票.</param>
/// <param name="Valid">Valid ballots.</param>
/// <param name="Floor">Fewest valid ballots; of the whole component, the sum over its kinds.</param>
/// <param name="Decision">What the office decided; null while it has not.</param>
public sealed record BelowFloor(string UnitId, string UnitName, CompositeComponent Component, string? KindCode, string KindName, int Valid, int Floor, FloorDecision? Decision)
{
    /// <summary>Everything below its floor in the tallies of a year, undecided first, in the order of the units.</summary>
    public static async Task<IReadOnlyList<BelowFloor>> ReadAsync(KaoheDb db, int year, Scheme scheme, CancellationToken cancellationToken)
    {
        var tallies = (await db.Tallies.AsNoTracking().Where(row => row.CycleYear == year).ToListAsync(cancellationToken)).ToLookup(row => row.UnitId, row => row.Value.Tally);
        var decisions = (await db.FloorDecisions.AsNoTracking().Where(row => row.CycleYear == year).OrderBy(row => row.Id).ToListAsync(cancellationToken)).ConvertAll(row => row.Value);
        return
        [
            .. (await db.UnitsAsync(cancellationToken))
                .SelectMany(unit => tallies[unit.Id].OrderBy(tally => tally.Component).SelectMany(tally => Of(unit, tally, scheme.BallotsOf(tally.Component), decisions)))
                .OrderBy(line => line.Decision is not null),
        ];
    }

    private static IEnumerable<BelowFloor> Of(Kaohe.Assessment.Units.Unit unit, BallotTally tally, BallotScheme ballots, IReadOnlyList<FloorDecision> decisions)
    {
        var below = ballots.Kinds.Where(kind => ValidOf(kind) < kind.Floor).ToList();
        if (below.Count == ballots.Kinds.Count)
        {
            return [new BelowFloor(unit.Id, unit.ShortName, tally.Component, null, "各类票", below.Sum(ValidOf), below.Sum(kind => kind.Floor), DecisionOn(null))];
        }

        return below.Select(kind => new BelowFloor(unit.Id, unit.ShortName, tally.Component, kind.Code, kind.Name, ValidOf(kind), kind.Floor, DecisionOn(kind.Code)));

        int ValidOf(BallotKind kind) => tally.Kind(kind.Code)?.Valid ?? 0;

        FloorDecision? DecisionOn(string? kindCode) => decisions.LastOrDefault(decision =>
            decision.UnitId == unit.Id && decision.Component == tally.Component && (decision.KindCode is null || decision.KindCode == kindCode));
    }
}
