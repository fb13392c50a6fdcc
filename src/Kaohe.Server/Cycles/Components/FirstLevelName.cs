namespace Kaohe.Server.Cycles.Components;

/// <summary>Code and name of a 一级指标 as a person entered them.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
public sealed record FirstLevelName(string Code, string Name);
