using System.Globalization;
using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>适用对象: the kind of unit that an indicator tree is for.</summary>
/// <param name="Kind">County or department.</param>
/// <param name="DepartmentType">Code of the type of department; null for counties.</param>
public sealed record IndicatorScope(UnitKind Kind, string? DepartmentType)
{
    private const string Counties = "县市区";

    /// <summary>Every scope of a scheme by its Chinese name.</summary>
    public static IReadOnlyDictionary<string, IndicatorScope> All(Scheme scheme) =>
        scheme.DepartmentTypes.Select(type => KeyValuePair.Create(type.Name, new IndicatorScope(UnitKind.Department, type.Code)))
            .Prepend(KeyValuePair.Create(Counties, new IndicatorScope(UnitKind.County, null)))
            .DistinctBy(pair => pair.Key).ToDictionary(StringComparer.Ordinal);

    /// <summary>Chinese name of what a tree is for.</summary>
    public static string NameOf(IndicatorTree tree, Scheme scheme) =>
        tree.Kind == UnitKind.County ? Counties : scheme.DepartmentTypes.FirstOrDefault(type => type.Code == tree.DepartmentType)?.Name ?? tree.DepartmentType ?? "";

    /// <summary>An empty tree for units of this scope.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="name">Chinese name.</param>
    public IndicatorTree NewTree(int year, string name) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{(Kind == UnitKind.County ? "county" : $"department-{DepartmentType}")}-{year}"),
        Year = year,
        Name = name,
        Kind = Kind,
        DepartmentType = DepartmentType,
        Categories = [],
    };
}
