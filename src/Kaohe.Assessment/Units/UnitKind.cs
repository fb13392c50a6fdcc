namespace Kaohe.Assessment.Units;

/// <summary>The two kinds of assessed unit of the seed: 县市区 and 市直部门(单位).</summary>
public enum UnitKind
{
    /// <summary>县市区.</summary>
    County,

    /// <summary>市直部门(单位).</summary>
    Department,
}
