using System.Globalization;

namespace Kaohe.Assessment.Visits;

/// <summary>考核大会, 民主测评 and 个别谈话 of a unit take place while the 考核组 is with it.</summary>
/// <param name="what">Chinese name of what is held, for example 考核大会.</param>
/// <param name="on">The day on which it is held.</param>
/// <param name="arrives">进驻日期.</param>
/// <param name="leaves">离开日期.</param>
public sealed class HeldDuringVisitRule(string what, DateOnly on, DateOnly arrives, DateOnly leaves) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节四至六：考核大会、民主测评、个别谈话在考核组进驻期间进行；讲话二（二）四：严格考核程序";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (on < arrives || on > leaves)
        {
            var stay = arrives == leaves ? Day(arrives) : $"{Day(arrives)}至{Day(leaves)}";
            yield return new Problem("on", $"{what}日期{Day(on)}不在考核组进驻期间（{stay}）内，请核对；进驻推迟的，请考核办先用“改期限”延长并写明原因。");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
