using System.Globalization;

namespace Kaohe.Server.Cycles.Components;

/// <summary>A part of a whole.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Weight">Points or percent.</param>
public sealed record WeightPart(string Name, decimal Weight);

/// <summary>Numbers in style attributes, which know only the point.</summary>
public static class Css
{
    /// <summary>For example <c>width:62.5%</c>.</summary>
    public static string Percent(string property, decimal value) => string.Create(CultureInfo.InvariantCulture, $"{property}:{decimal.Clamp(value, 0m, 100m):0.##}%");
}
