namespace Kaohe.Assessment.Units;

/// <summary>考核对象: a county or a municipal department.</summary>
public sealed record Unit
{
    /// <summary>Stable id that other records refer to, for example <c>xinfu</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Official code: the county's 行政区划代码, or the department's number in the city's list.</summary>
    public required string Code { get; init; }

    /// <summary>Full name, for letters: 忻州市发展和改革委员会.</summary>
    public required string Name { get; init; }

    /// <summary>Short name, for tables: 市发改委.</summary>
    public required string ShortName { get; init; }

    /// <summary>County or department.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>For a department the code of its type in the scheme; it selects the indicator tree. Empty for a county.</summary>
    public string? DepartmentType { get; init; }

    /// <summary>The group in which the unit is ranked and counted for the quota.</summary>
    public required string GroupId { get; init; }

    /// <summary>Title of the 主要负责人, for example 区委书记 or 局长.</summary>
    public string LeaderPost { get; init; } = "";

    /// <summary>The 主要负责人, if known.</summary>
    public string? LeaderOfficialId { get; init; }

    /// <summary>The unit's liaison for the assessment.</summary>
    public string ContactName { get; init; } = "";

    /// <summary>Mail address of the liaison.</summary>
    public string ContactEmail { get; init; } = "";

    /// <summary>Telephone of the liaison.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>Place in lists (建制序列).</summary>
    public int Order { get; init; }
}
