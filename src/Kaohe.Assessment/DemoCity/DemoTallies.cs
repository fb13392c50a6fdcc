using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.DemoCity;

/// <summary>Makes the tallies of the four rated components. The formulas stand in data/demo-city/README.md.</summary>
internal sealed class DemoTallies(DemoProfile profile, Scheme scheme, DemoHash hash, DemoStrength strength)
{
    private const decimal OpinionSpread = 0.12m;

    public IEnumerable<BallotTally> Of(Unit unit) => profile.BallotSizes.Keys.Select(component => new BallotTally
    {
        Component = component,
        UnitId = unit.Id,
        Kinds = [.. scheme.BallotsOf(component).Kinds.Select(kind => Kind(unit, component, kind.Code))],
    });

    private KindTally Kind(Unit unit, CompositeComponent component, string kindCode)
    {
        var key = $"{component}.{kindCode}";
        var issued = profile.BallotSizes[component][kindCode];
        var lost = Part(issued, 0.08m * hash.Unit(unit.Id, key, "lost"));
        var unknown = Part(issued, 0.04m * hash.Unit(unit.Id, key, "unknown"));
        var spoiled = hash.Unit(unit.Id, key, "spoiled") < 0.3m ? 1 : 0;
        var valid = issued - lost - unknown - spoiled;
        var missed = profile.ShortTallies.FirstOrDefault(each =>
            each.UnitId == unit.Id && each.Component == component && each.KindCode == kindCode);
        if (missed is not null)
        {
            (lost, unknown, spoiled, valid) = (issued - missed.Valid, 0, 0, missed.Valid);
        }

        var opinion = strength.In(unit.Id, key, OpinionSpread);
        var good = Part(valid, 0.10m + (0.85m * opinion));
        var fairlyGood = Part(valid - good, 0.25m + (0.5m * opinion));
        var average = Part(valid - good - fairlyGood, 0.6m);
        return new KindTally
        {
            KindCode = kindCode,
            Issued = issued,
            Returned = issued - lost,
            Valid = valid,
            Invalid = unknown + spoiled,
            Counts = new Dictionary<string, int>
            {
                ["good"] = good,
                ["fairlyGood"] = fairlyGood,
                ["average"] = average,
                ["poor"] = valid - good - fairlyGood - average,
                ["unknown"] = unknown,
            },
        };
    }

    private static int Part(int whole, decimal share) => (int)Shown.HalfUp(whole * share, 0);
}
