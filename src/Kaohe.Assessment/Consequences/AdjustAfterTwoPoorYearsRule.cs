using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>组织调整 where a unit is graded 差 two years running.</summary>
public sealed class AdjustAfterTwoPoorYearsRule : ConsequenceRule
{
    private const int Years = 2;

    /// <inheritdoc/>
    public override ConsequenceKind Kind => ConsequenceKind.OrganisationalAdjustment;

    /// <inheritdoc/>
    public override string Citation =>
        "讲话二（三）一：对连续两年被确定为较差等次的县市区和市直部门(单位)领导班子主要负责人和负有责任的班子成员，要进行组织调整";

    /// <inheritdoc/>
    public override IEnumerable<Consequence> Apply(ConsequenceFacts facts)
    {
        var history = facts.HistoryWithThisYear;
        return
            from decision in facts.Decisions
            let run = history.Run(decision.UnitId, Grade.Poor, facts.Year)
            where run >= Years
            select Follows(
                facts,
                decision.UnitId,
                facts.HeadOf(decision.UnitId),
                $"{facts.Year - run + 1}—{facts.Year}年度连续 {run} 年考核等次为“{facts.Label(Grade.Poor)}”。",
                "负有责任的班子成员由领导组认定。");
    }
}
