namespace Kaohe.Assessment.Units;

/// <summary>A type of department; each type has its own 一级 and 二级 indicators (seed: 针对不同类型的单位).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Chinese name, for example 执法监管部门.</param>
public sealed record DepartmentType(string Code, string Name);
