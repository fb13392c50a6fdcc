using Kaohe.Assessment.Consequences;
using Kaohe.Server.Cycles.Access;

namespace Kaohe.Server.Results;

/// <summary>Who sees which consequence; the page and the endpoint ask here.</summary>
internal static class ConsequenceAccess
{
    /// <summary>Whether a person sees a consequence: whoever sees the unit's result, except advice on whom to promote.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="consequence">The consequence.</param>
    public static bool MaySee(this AssessmentViewer viewer, Consequence consequence) =>
        viewer.May(AssessmentAct.SeeUnitResult, consequence.UnitId)
        && (consequence.Kind != ConsequenceKind.PriorityPromotion || viewer.May(AssessmentAct.SeePromotionAdvice));
}
