using System.Globalization;

namespace Kaohe.Assessment;

/// <summary>Rounding of what people see. Stored numbers are never rounded.</summary>
public static class Shown
{
    /// <summary>Rounds half up (away from zero), as people do by hand.</summary>
    public static decimal HalfUp(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>A score with a fixed number of places, for example <c>91.835</c>.</summary>
    public static string Score(decimal value, int decimals = 3) =>
        HalfUp(value, decimals).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A number inside a formula: at most four places, no trailing zeros.</summary>
    public static string Number(decimal value) => HalfUp(value, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
