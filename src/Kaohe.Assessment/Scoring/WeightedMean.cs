using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Scoring;

/// <summary>The two totals methods.</summary>
public static class WeightedMean
{
    /// <summary>
    /// Places kept of a geometric mean. Roots leave decimal arithmetic for <see cref="double"/>, whose last digits differ between
    /// machines; cutting them makes equal inputs equal results everywhere.
    /// </summary>
    private const int GeometricPlaces = 11;

    /// <summary>The mean of the scores; weights need not make 100, their proportions count.</summary>
    /// <exception cref="ArgumentException">No part, or the weights are not positive in sum.</exception>
    public static decimal Of(TotalsMethod method, IReadOnlyList<WeightedScore> parts)
    {
        var total = parts.Sum(part => part.Weight);
        if (total <= 0m)
        {
            throw new ArgumentException("没有可以汇总的项目，或权重合计不大于 0。", nameof(parts));
        }

        return method == TotalsMethod.Arithmetic
            ? parts.Sum(part => part.Score * part.Weight) / total
            : Geometric(parts, total);
    }

    private static decimal Geometric(IReadOnlyList<WeightedScore> parts, decimal total)
    {
        var weighed = parts.Where(part => part.Weight > 0m).ToList();
        if (weighed.Exists(part => part.Score <= 0m))
        {
            return 0m;
        }

        var first = weighed[0].Score;
        if (weighed.TrueForAll(part => part.Score == first))
        {
            return first;
        }

        var logarithm = weighed.Sum(part => Math.Log((double)part.Score) * (double)(part.Weight / total));
        return Math.Round((decimal)Math.Exp(logarithm), GeometricPlaces);
    }
}

/// <summary>A score and its weight.</summary>
/// <param name="Score">The score.</param>
/// <param name="Weight">The weight.</param>
public readonly record struct WeightedScore(decimal Score, decimal Weight);
