namespace Kaohe.Assessment.DemoCity;

/// <summary>How well a unit does: a strength of its own, a little different for each indicator.</summary>
internal sealed class DemoStrength(DemoProfile profile, DemoHash hash)
{
    /// <summary>0 to 1: from the profile, else 0.4 + 0.45·h.</summary>
    public decimal Of(string unitId) =>
        profile.Strengths.TryGetValue(unitId, out var strength) ? strength : 0.4m + (0.45m * hash.Unit(unitId, "strength"));

    /// <summary>The strength of an earlier year: from the profile, else this year's ± 0.15.</summary>
    public decimal Of(string unitId, int year, string yearText) =>
        profile.HistoryStrengths.TryGetValue(year, out var strengths) && strengths.TryGetValue(unitId, out var strength)
            ? strength
            : Around(Of(unitId), 0.3m, hash.Unit(unitId, yearText));

    /// <summary>Performance in one matter: strength ± half of <paramref name="spread"/>, kept between 0 and 1.</summary>
    public decimal In(string unitId, string matter, decimal spread) => Around(Of(unitId), spread, hash.Unit(unitId, matter));

    private static decimal Around(decimal strength, decimal spread, decimal unit) =>
        Math.Clamp(strength + (spread * (unit - 0.5m)), 0m, 1m);
}
