using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Indicators;

/// <summary>
/// The indicators of one kind of unit for one year: category → 一级指标 → 二级指标 (seed: 每类指标又细化为若干项一级指标和二级指标).
/// Weights are points; a node's points are the sum of its children's, and a tree holds 100.
/// </summary>
public sealed record IndicatorTree
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of unit it is for.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>For departments the type it is for.</summary>
    public string? DepartmentType { get; init; }

    /// <summary>The categories of the scheme.</summary>
    public required IReadOnlyList<IndicatorCategory> Categories { get; init; }

    /// <summary>Every 二级指标 of the tree.</summary>
    public IEnumerable<Indicator> Indicators() =>
        Categories.SelectMany(category => category.Children).SelectMany(first => first.Children);

    /// <summary>The indicator with this code, or nothing.</summary>
    public Indicator? Find(string code) => Indicators().FirstOrDefault(indicator => indicator.Code == code);

    /// <summary>True when the unit is assessed by this tree.</summary>
    public bool IsFor(Unit unit) => unit.Kind == Kind && (Kind == UnitKind.County || unit.DepartmentType == DepartmentType);
}

/// <summary>A category of the tree.</summary>
/// <param name="Code">The category's code in the scheme.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Weight">Points.</param>
/// <param name="Children">一级指标.</param>
public sealed record IndicatorCategory(string Code, string Name, decimal Weight, IReadOnlyList<FirstLevelIndicator> Children);

/// <summary>一级指标.</summary>
/// <param name="Code">Stable code, unique in the tree.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Weight">Points.</param>
/// <param name="Children">二级指标.</param>
public sealed record FirstLevelIndicator(string Code, string Name, decimal Weight, IReadOnlyList<Indicator> Children);
