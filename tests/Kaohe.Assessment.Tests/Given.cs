using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Assessment.Readings;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Tests;

/// <summary>A small city for tests.</summary>
internal static class Given
{
    public const int Year = 2026;

    public static DateTimeOffset Noon { get; } = new(2027, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    public static Scheme Scheme { get; } = SchemeDefaults.For(Year);

    public static Unit County(string id) => new()
    {
        Id = id, Code = id, Name = id + "县", ShortName = id, Kind = UnitKind.County, GroupId = "counties", LeaderPost = "县委书记",
    };

    public static Indicator Indicator(string code, decimal weight, ScoringMethod? method = null) => new()
    {
        Code = code, Name = "指标" + code, Weight = weight, Method = method ?? new CompletionRate(), CertifierUnitId = "stats",
    };

    /// <summary>A county tree with one first-level indicator a category; the given indicators stand in 经济发展.</summary>
    public static IndicatorTree Tree(params Indicator[] economy) => new()
    {
        Id = "county",
        Year = Year,
        Name = "县市区指标体系",
        Kind = UnitKind.County,
        Categories =
        [
            .. Scheme.Categories.Where(category => category.Kind == UnitKind.County).Select(category =>
                new IndicatorCategory(category.Code, category.Name, category.Weight,
                [
                    new FirstLevelIndicator(category.Code + "1", category.Name + "一级", category.Weight, category.Code == "economy"
                        ? economy
                        : [Indicator(category.Code + "11", category.Weight)]),
                ])),
        ],
    };

    public static Reading Reading(string unit, string code, decimal value) => new()
    {
        UnitId = unit, IndicatorCode = code, Period = "2026", Value = value,
        Evidence = [new Evidence("统计公报")], Certification = new Certification("stats", "统计局", Noon),
    };

    public static Target Target(string unit, string code, decimal sure, decimal? start = null) =>
        new() { UnitId = unit, IndicatorCode = code, Sure = sure, Base = start };

    public static KindTally Kind(string code, int good, int fairlyGood = 0, int average = 0, int poor = 0) => new()
    {
        KindCode = code,
        Issued = good + fairlyGood + average + poor,
        Returned = good + fairlyGood + average + poor,
        Valid = good + fairlyGood + average + poor,
        Invalid = 0,
        Counts = new Dictionary<string, int> { ["good"] = good, ["fairlyGood"] = fairlyGood, ["average"] = average, ["poor"] = poor },
    };

    public static BallotTally Tally(CompositeComponent component, string unit, params KindTally[] kinds) =>
        new() { Component = component, UnitId = unit, Kinds = kinds };

    public static IEnumerable<BallotTally> FullTallies(string unit, int good = 10, int poor = 0) =>
        new[] { CompositeComponent.Ballots, CompositeComponent.Survey, CompositeComponent.Social, CompositeComponent.Leaders }
            .Select(component => Tally(component, unit, [.. Scheme.BallotsOf(component).Kinds.Select(kind => Kind(kind.Code, good, poor: poor))]));

    /// <summary>Units that reach every target, with full marks in every ballot.</summary>
    public static CycleFacts PerfectYear(params string[] units)
    {
        var tree = Tree(Indicator("E1", 35m));
        return new CycleFacts
        {
            Scheme = Scheme,
            Units = [.. units.Select(County)],
            Trees = [tree],
            Targets = [.. units.SelectMany(unit => tree.Indicators().Select(indicator => Target(unit, indicator.Code, 100m)))],
            Readings = [.. units.SelectMany(unit => tree.Indicators().Select(indicator => Reading(unit, indicator.Code, 100m)))],
            Tallies = [.. units.SelectMany(unit => FullTallies(unit))],
        };
    }

    public static CompositeScore Score(string unit, decimal? total, decimal targets = 90m, decimal ballots = 90m, Grade? cap = null) => new()
    {
        UnitId = unit,
        GroupId = "counties",
        Year = Year,
        SchemeId = Scheme.Id,
        SchemeVersion = 1,
        Total = total,
        GradeCap = cap,
        Components = [new(CompositeComponent.Targets, 60m, 60m, targets), new(CompositeComponent.Ballots, 15m, 15m, ballots)],
        Why = new Explanation { Title = unit },
    };
}
