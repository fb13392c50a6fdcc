using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Scoring;

/// <summary>No single entry is greater than what the scheme lets a unit gain or lose altogether; the sum of several is cut when scores are computed.</summary>
/// <param name="points">The points.</param>
/// <param name="limits">The scheme's limits.</param>
public sealed class AdjustmentWithinSchemeRule(decimal points, AdjustmentScheme limits) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 adjustments：加减分上限";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (points > limits.LargestBonus)
        {
            yield return new Problem("points", $"加分 {Shown.Number(points)} 分超过方案规定的上限 {Shown.Number(limits.LargestBonus.Value)} 分，请核对。");
        }

        if (-points > limits.LargestPenalty)
        {
            yield return new Problem("points", $"减分 {Shown.Number(-points)} 分超过方案规定的上限 {Shown.Number(limits.LargestPenalty.Value)} 分，请核对。");
        }
    }
}
