using System.Text.Json;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.DemoCity;

/// <summary>Reads data/demo-city and fills it with figures. The only place of this project that touches files.</summary>
public static class DemoCityLoader
{
    private static readonly string[] TreeFiles =
    [
        "indicators-county.json",
        "indicators-party.json",
        "indicators-economy.json",
        "indicators-society.json",
        "indicators-enforcement.json",
        "indicators-mass.json",
    ];

    private static readonly string[] OtherFiles =
    [
        "scheme-2026.json", "five-year-goals.json", "units.json", "people.json", "leading-group.json", "office.json", "teams.json",
        "profile.json", "figures.json",
    ];

    /// <summary>Loads the city. The same files always give the same city.</summary>
    /// <param name="folder">The folder data/demo-city.</param>
    /// <exception cref="InvalidDataException">Files are missing (all are named) or one cannot be read.</exception>
    public static DemoCityData Load(string folder)
    {
        var missing = OtherFiles.Concat(TreeFiles).Where(file => !File.Exists(Path.Combine(folder, file))).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidDataException($"演示数据目录 {folder} 缺少文件：{string.Join("、", missing)}。请恢复这些文件后重试。");
        }

        var profile = Read<DemoProfile>(folder, "profile.json");
        var people = Read<DemoPeople>(folder, "people.json");
        var hash = new DemoHash(profile.Seed);
        var strength = new DemoStrength(profile, hash);
        var scheme = Read<Scheme>(folder, "scheme-2026.json");
        var goals = Read<IReadOnlyList<FiveYearGoal>>(folder, "five-year-goals.json");
        var trees = TreeFiles.Select(file => Read<IndicatorTree>(folder, file)).ToList();

        var plain = Read<IReadOnlyList<Unit>>(folder, "units.json");
        var staff = new DemoOfficials(people, hash);
        List<Official> officials = [.. people.Named, .. plain.SelectMany(staff.Of)];
        var units = plain.Select(unit => staff.Complete(unit, officials)).ToList();

        var figures = new DemoFigures(
            profile, Read<IReadOnlyDictionary<string, DemoFigure>>(folder, "figures.json"), goals, hash, strength, scheme.Year);
        return new DemoCityData
        {
            Scheme = scheme,
            Goals = goals,
            Units = units,
            Officials = officials,
            LeadingGroup = Read<LeadingGroup>(folder, "leading-group.json"),
            Office = Read<AssessmentOffice>(folder, "office.json"),
            Teams = Read<IReadOnlyList<AssessmentTeam>>(folder, "teams.json"),
            Trees = trees,
            Facts = Facts(profile, scheme, units, trees, figures, new DemoTallies(profile, scheme, hash, strength)),
            History = new DemoHistory(scheme, units, officials, hash, strength).Of(scheme.Year - 2, scheme.Year - 1),
        };
    }

    private static CycleFacts Facts(
        DemoProfile profile, Scheme scheme, List<Unit> units, List<IndicatorTree> trees, DemoFigures figures, DemoTallies tallies)
    {
        var at = new DateTimeOffset(scheme.Year + 1, 2, 20, 10, 0, 0, TimeSpan.FromHours(8));
        var byUnit = units.ConvertAll(unit => (Unit: unit, Tree: trees.First(tree => tree.IsFor(unit))));
        return new CycleFacts
        {
            Scheme = scheme,
            Units = units,
            Trees = trees,
            Targets = [.. byUnit.SelectMany(each => figures.Targets(each.Unit, each.Tree))],
            Readings = [.. byUnit.SelectMany(each => figures.Readings(each.Unit, each.Tree))],
            Exemptions = profile.Exemptions,
            Tallies = [.. units.SelectMany(tallies.Of)],
            Adjustments =
            [
                .. profile.Adjustments.Select(each => new Adjustment
                {
                    UnitId = each.UnitId, Points = each.Points, Reason = each.Reason, Basis = each.Basis, By = "kaoheban-zhuren", At = at,
                }),
            ],
            Vetoes =
            [
                .. profile.Vetoes.Select(each => new Veto
                {
                    UnitId = each.UnitId, Code = each.Code, Reason = each.Reason, Basis = each.Basis, By = "kaoheban-zhuren", At = at,
                }),
            ],
        };
    }

    private static T Read<T>(string folder, string file)
    {
        try
        {
            return AssessmentJson.Read<T>(File.ReadAllText(Path.Combine(folder, file)));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"演示数据文件 {file} 无法读取：{exception.Message}", exception);
        }
    }
}
