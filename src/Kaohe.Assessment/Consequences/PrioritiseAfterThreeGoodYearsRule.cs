using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>
/// 优先提拔 list: where a leading body is graded 好 three or more years running, its 正职 who led it in those years, and its officials
/// graded 优秀 this year.
/// </summary>
public sealed class PrioritiseAfterThreeGoodYearsRule : ConsequenceRule
{
    private const int Years = 3;

    /// <inheritdoc/>
    public override ConsequenceKind Kind => ConsequenceKind.PriorityPromotion;

    /// <inheritdoc/>
    public override string Citation =>
        "讲话二（三）二：连续3年以上考核为“好”等次的领导班子正职和优秀领导干部，同等情况下优先提拔使用";

    /// <inheritdoc/>
    public override IEnumerable<Consequence> Apply(ConsequenceFacts facts)
    {
        var history = facts.HistoryWithThisYear;
        foreach (var decision in facts.Decisions)
        {
            var run = history.Run(decision.UnitId, Grade.Good, facts.Year);
            if (run < Years)
            {
                continue;
            }

            var merit = $"{facts.Year - run + 1}—{facts.Year}年度领导班子连续 {run} 年考核等次为“{facts.Label(Grade.Good)}”。";
            var head = facts.HeadOf(decision.UnitId);
            if (head is not null && LedSince(history, head, decision.UnitId, facts.Year))
            {
                yield return Follows(facts, decision.UnitId, head, merit, "本人在此期间任领导班子正职。");
            }

            foreach (var person in history.Persons.Where(person => person.Year == facts.Year
                && person.UnitId == decision.UnitId && person.OfficialId != head && person.Grade == PersonGrade.Outstanding))
            {
                yield return Follows(facts, decision.UnitId, person.OfficialId, merit, $"本人{facts.Year}年度考核等次为“{GradeNames.Of(PersonGrade.Outstanding)}”。");
            }
        }
    }

    /// <summary>The earlier years must be on record; in the assessed year the person is head by the register.</summary>
    private static bool LedSince(GradeHistory history, string officialId, string unitId, int year) =>
        Enumerable.Range(1, Years - 1).All(back =>
            history.RecordOf(officialId, year - back) is { WasHead: true } record && record.UnitId == unitId);
}
