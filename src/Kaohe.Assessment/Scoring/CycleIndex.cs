using System.Globalization;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Readings;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Scoring;

/// <summary>Looks facts up by unit and indicator; made once for all units of a year.</summary>
internal sealed class CycleIndex
{
    private readonly ILookup<(string UnitId, string Code), Reading> _readings;
    private readonly Dictionary<(string UnitId, string Code), Target> _targets;
    private readonly Dictionary<(string UnitId, string Code), Exemption> _exemptions;
    private readonly Dictionary<string, IndicatorTree?> _trees;
    private readonly Dictionary<(string GroupId, string Code), IReadOnlyList<PeerFigure>> _peers = [];

    public CycleIndex(CycleFacts facts)
    {
        Facts = facts;
        var year = facts.Scheme.Year.ToString(CultureInfo.InvariantCulture);
        _readings = facts.Readings.Where(reading => reading.Period == year).ToLookup(reading => (reading.UnitId, reading.IndicatorCode));
        _targets = facts.Targets.GroupBy(target => (target.UnitId, target.IndicatorCode)).ToDictionary(same => same.Key, same => same.Last());
        _exemptions = facts.Exemptions.GroupBy(each => (each.UnitId, each.IndicatorCode)).ToDictionary(same => same.Key, same => same.Last());
        _trees = facts.Units.ToDictionary(unit => unit.Id, unit => facts.Trees.FirstOrDefault(tree => tree.IsFor(unit)));
    }

    public CycleFacts Facts { get; }

    public IndicatorTree? Tree(string unitId) => _trees[unitId];

    public Reading? Reading(string unitId, string code) => _readings[(unitId, code)].LastOrDefault();

    public Target? Target(string unitId, string code) => _targets.GetValueOrDefault((unitId, code));

    public Exemption? Exemption(string unitId, string code) => _exemptions.GetValueOrDefault((unitId, code));

    /// <summary>
    /// Figures of the group that count for an indicator. A unit that is excused, uncertified or without evidence is not compared:
    /// it would move best and worst with a figure that nobody stands behind.
    /// </summary>
    public IReadOnlyList<PeerFigure> Peers(string groupId, string code)
    {
        if (!_peers.TryGetValue((groupId, code), out var peers))
        {
            peers =
            [
                .. from unit in Facts.Units
                   where unit.GroupId == groupId && Tree(unit.Id)?.Find(code) is not null && Exemption(unit.Id, code) is null
                   let reading = Reading(unit.Id, code)
                   where reading is { Counts: true }
                   select new PeerFigure(unit.Id, reading.Value, Target(unit.Id, code)?.Base),
            ];
            _peers[(groupId, code)] = peers;
        }

        return peers;
    }

    public Unit Unit(string unitId) => Facts.Units.First(unit => unit.Id == unitId);
}
