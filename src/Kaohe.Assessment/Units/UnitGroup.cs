namespace Kaohe.Assessment.Units;

/// <summary>Units that are ranked against each other and share one quota. The seed has two: the 14 县市区 and the 市直部门(单位).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Kind">The kind of every unit in it.</param>
public sealed record UnitGroup(string Id, string Name, UnitKind Kind)
{
    /// <summary>The group of the 县市区.</summary>
    public static UnitGroup Counties { get; } = new("counties", "县市区", UnitKind.County);

    /// <summary>The group of the 市直部门(单位).</summary>
    public static UnitGroup Departments { get; } = new("departments", "市直部门(单位)", UnitKind.Department);
}
