using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>A written report with measures and a date for every leading body graded 一般 or 差.</summary>
public sealed class RectifyAverageOrPoorUnitsRule : ConsequenceRule
{
    /// <inheritdoc/>
    public override ConsequenceKind Kind => ConsequenceKind.Rectification;

    /// <inheritdoc/>
    public override string Citation =>
        "讲话二（三）一：对考核为一般或较差等次的单位，领导班子要向市委、市政府写出书面报告，分析原因，提出限期整改意见";

    /// <inheritdoc/>
    public override IEnumerable<Consequence> Apply(ConsequenceFacts facts) => facts.Decisions
        .Where(decision => decision.Decided <= Grade.Average)
        .Select(decision => Follows(facts, decision.UnitId, null, $"{facts.Year}年度考核等次为“{facts.Label(decision.Decided)}”。"));
}
