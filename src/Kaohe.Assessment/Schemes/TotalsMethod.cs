namespace Kaohe.Assessment.Schemes;

/// <summary>How the indicators of a tree are brought together.</summary>
public enum TotalsMethod
{
    /// <summary>Weighted arithmetic mean 加权算术平均.</summary>
    Arithmetic,

    /// <summary>Weighted geometric mean 加权几何平均: a very weak indicator weighs more.</summary>
    Geometric,
}
