using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Grades;

/// <summary>结果评定: turns a proposal and a sitting of the 领导组 into decisions.</summary>
public static class GradeDecider
{
    /// <summary>One decision for each unit of the group.</summary>
    /// <exception cref="RulesBrokenException">
    /// A unit without grade, a difference without reason, over the quota without reason, above a veto cap, or no minutes.
    /// </exception>
    public static IReadOnlyList<GradeDecision> Decide(Scheme scheme, GradeProposal proposal, GradeSitting sitting)
    {
        Rule.CheckAll(
        [
            new TextRequiredRule("minutes", sitting.Minutes, "会议纪要", "讲话二（二）一：审定考核结果"),
            new ChoicesFitProposalRule(proposal, sitting.Choices),
            new EveryUnitHasGradeRule(proposal, sitting.Choices),
            new DifferenceHasReasonRule(proposal, sitting.Choices),
            new GoodQuotaRule(scheme, proposal, sitting),
            new VetoCapRule(scheme, proposal, sitting.Choices),
        ]);
        var decided = proposal.Units.ToDictionary(unit => unit.UnitId, unit => Of(sitting, unit.UnitId)?.Grade ?? unit.Proposed!.Value);
        var overQuota = decided.Values.Count(grade => grade == Grade.Good) > proposal.GoodSeats;
        return
        [
            .. proposal.Units.Select(unit => new GradeDecision
            {
                UnitId = unit.UnitId,
                GroupId = proposal.GroupId,
                Year = proposal.Year,
                Proposed = unit.Proposed,
                Decided = decided[unit.UnitId],
                Reason = Of(sitting, unit.UnitId)?.Reason ?? "",
                OverQuotaReason = overQuota && decided[unit.UnitId] == Grade.Good ? sitting.OverQuotaReason : null,
                By = sitting.By,
                Minutes = sitting.Minutes,
                At = sitting.At,
            }),
        ];
    }

    private static GradeChoice? Of(GradeSitting sitting, string unitId) =>
        sitting.Choices.FirstOrDefault(choice => choice.UnitId == unitId);
}
