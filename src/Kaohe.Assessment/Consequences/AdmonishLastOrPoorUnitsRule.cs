using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>诫勉谈话 for the head of every unit that is last of its group by score (whatever its grade; every tied unit) or graded 差.</summary>
public sealed class AdmonishLastOrPoorUnitsRule : ConsequenceRule
{
    /// <inheritdoc/>
    public override ConsequenceKind Kind => ConsequenceKind.Admonition;

    /// <inheritdoc/>
    public override string Citation =>
        "讲话二（三）一：14个县市区得分排在最后一名或确定为较差等次的，市直部门(单位)得分排在最后一名或被确定为较差等次的，要对单位主要负责人进行诫勉谈话，促其限期改进";

    /// <inheritdoc/>
    public override IEnumerable<Consequence> Apply(ConsequenceFacts facts)
    {
        var last = facts.Rankings.SelectMany(ranking => ranking.Entries).Where(entry => entry.IsLast).ToDictionary(entry => entry.UnitId);
        foreach (var decision in facts.Decisions)
        {
            List<string> reasons = [];
            if (last.TryGetValue(decision.UnitId, out var entry))
            {
                reasons.Add(entry.IsTied ? $"得分在本组并列最后（第 {entry.Rank} 名）。" : $"得分在本组排在最后一名（第 {entry.Rank} 名）。");
            }

            if (decision.Decided == Grade.Poor)
            {
                reasons.Add($"{facts.Year}年度考核等次为“{facts.Label(Grade.Poor)}”。");
            }

            if (reasons.Count > 0)
            {
                yield return Follows(facts, decision.UnitId, facts.HeadOf(decision.UnitId), reasons);
            }
        }
    }
}
