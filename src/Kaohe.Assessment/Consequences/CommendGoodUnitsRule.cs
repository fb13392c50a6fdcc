using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>表彰 for every leading body graded 好.</summary>
public sealed class CommendGoodUnitsRule : ConsequenceRule
{
    /// <inheritdoc/>
    public override ConsequenceKind Kind => ConsequenceKind.Commendation;

    /// <inheritdoc/>
    public override string Citation =>
        "讲话二（三）一：对评为“好”等次的县市区、市直部门(单位)领导班子要进行表彰，并给予适当物质奖励";

    /// <inheritdoc/>
    public override IEnumerable<Consequence> Apply(ConsequenceFacts facts) => facts.Decisions
        .Where(decision => decision.Decided == Grade.Good)
        .Select(decision => Follows(facts, decision.UnitId, null, $"{facts.Year}年度考核等次为“{facts.Label(Grade.Good)}”。"));
}
