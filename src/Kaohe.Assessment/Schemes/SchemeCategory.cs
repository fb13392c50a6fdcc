using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Schemes;

/// <summary>An indicator category: the seed has six for 县市区 and two for 市直部门(单位).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Kind">The kind of unit it is for.</param>
/// <param name="Weight">Points; the categories of a kind together make 100.</param>
public sealed record SchemeCategory(string Code, string Name, UnitKind Kind, decimal Weight);
