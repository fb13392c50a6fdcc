namespace Kaohe.Server.Cycles.Components;

/// <summary>A number of a form with its name.</summary>
/// <param name="name">Chinese name.</param>
/// <param name="value">The number; null for none.</param>
/// <param name="unit">What stands behind it, for example 分.</param>
public sealed class NumberRow(string name, decimal? value, string unit = "")
{
    /// <summary>Chinese name.</summary>
    public string Name => name;

    /// <summary>What stands behind it.</summary>
    public string Unit => unit;

    /// <summary>The number; null for none.</summary>
    public decimal? Value { get; set; } = value;

    /// <summary>The number; 0 for none.</summary>
    public decimal Number => Value ?? 0m;

    /// <summary>The number as a whole one.</summary>
    public int Whole => (int)decimal.Clamp(decimal.Truncate(Number), int.MinValue, int.MaxValue);
}
