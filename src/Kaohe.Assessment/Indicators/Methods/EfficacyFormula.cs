namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>The formula of 功效系数 itself, shared by the methods that use it.</summary>
internal static class EfficacyFormula
{
    /// <summary>
    /// floor + (100 − floor) · (x − bad) ÷ (good − bad). A reverse indicator has good below bad and needs no other formula.
    /// Good = bad gives full points; x outside the two ends counts at most 100 and at least 0.
    /// </summary>
    public static decimal Score(decimal actual, decimal good, decimal bad, decimal floor) => good == bad
        ? ScoringMethod.Full
        : Math.Clamp(floor + ((ScoringMethod.Full - floor) * (actual - bad) / (good - bad)), 0m, ScoringMethod.Full);
}
