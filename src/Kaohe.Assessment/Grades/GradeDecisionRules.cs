using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Grades;

/// <summary>A sitting chooses once for a unit, and only for units of the group.</summary>
/// <param name="proposal">The proposal.</param>
/// <param name="choices">The choices.</param>
public sealed class ChoicesFitProposalRule(GradeProposal proposal, IReadOnlyList<GradeChoice> choices) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）一：审定考核结果并实施奖惩";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
    [
        .. choices.Where(choice => proposal.Of(choice.UnitId) is null).Select(choice =>
            new Problem($"choices[{choice.UnitId}]", "该单位不在本组等次建议中，请核对。")),
        .. choices.GroupBy(choice => choice.UnitId).Where(same => same.Count() > 1).Select(same =>
            new Problem($"choices[{same.Key}]", "对同一单位作了不止一个决定，请只留一个。")),
    ];
}

/// <summary>Every unit of the group leaves the sitting with a grade; a unit without a score cannot get one.</summary>
/// <param name="proposal">The proposal.</param>
/// <param name="choices">The choices.</param>
public sealed class EveryUnitHasGradeRule(GradeProposal proposal, IReadOnlyList<GradeChoice> choices) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（三）一：领导班子的考核结果分为“好”、“较好”、“一般”、“差”4个等次";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        foreach (var unit in proposal.Units)
        {
            if (unit.Score is null)
            {
                yield return new Problem($"units[{unit.UnitId}]", "该单位综合得分尚未得出，不能评定等次，请先完成考核汇总。");
            }
            else if (unit.Proposed is null && choices.All(choice => choice.UnitId != unit.UnitId))
            {
                yield return new Problem($"units[{unit.UnitId}]", "该单位在名额边界上同分，系统不作建议，请领导组决定等次并写明理由。");
            }
        }
    }
}

/// <summary>A grade that differs from the proposal, or decides a tie, carries a reason.</summary>
/// <param name="proposal">The proposal.</param>
/// <param name="choices">The choices.</param>
public sealed class DifferenceHasReasonRule(GradeProposal proposal, IReadOnlyList<GradeChoice> choices) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：严格考核评比，客观公正地进行考核评价；方案 grades：领导组改变建议须写明理由";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => choices
        .Where(choice => proposal.Of(choice.UnitId) is { } unit && unit.Proposed != choice.Grade && string.IsNullOrWhiteSpace(choice.Reason))
        .Select(choice => new Problem($"choices[{choice.UnitId}].reason", "所定等次与建议不同或系对同分的决定，必须写明理由。"));
}

/// <summary>The number of 好 keeps the quota; going over it needs a reason of its own, on record.</summary>
/// <param name="scheme">The year's rules.</param>
/// <param name="proposal">The proposal.</param>
/// <param name="sitting">The sitting.</param>
public sealed class GoodQuotaRule(Scheme scheme, GradeProposal proposal, GradeSitting sitting) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 grades.goodShare：“好”等次名额，向下取整";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        var count = proposal.Units.Count(unit =>
            (sitting.Choices.FirstOrDefault(choice => choice.UnitId == unit.UnitId)?.Grade ?? unit.Proposed) == Grade.Good);
        if (count > proposal.GoodSeats && string.IsNullOrWhiteSpace(sitting.OverQuotaReason))
        {
            yield return new Problem(
                "choices",
                $"评为“{GradeNames.Of(Grade.Good, scheme.Grades.Labels)}”的有 {count} 个，超过名额 {proposal.GoodSeats} 个，请调减，或写明超名额的理由。");
        }
    }
}

/// <summary>Nobody lifts a unit above its 一票否决 cap.</summary>
/// <param name="scheme">The year's rules.</param>
/// <param name="proposal">The proposal.</param>
/// <param name="choices">The choices.</param>
public sealed class VetoCapRule(Scheme scheme, GradeProposal proposal, IReadOnlyList<GradeChoice> choices) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案 vetoes：一票否决";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => choices
        .Where(choice => choice.Grade > proposal.Of(choice.UnitId)?.Cap)
        .Select(choice => new Problem(
            $"choices[{choice.UnitId}].grade",
            $"该单位被一票否决，等次不能高于“{GradeNames.Of(proposal.Of(choice.UnitId)!.Cap!.Value, scheme.Grades.Labels)}”。"));
}
