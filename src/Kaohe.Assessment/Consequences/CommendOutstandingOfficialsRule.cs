using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>表彰奖励 for officials graded 优秀.</summary>
public sealed class CommendOutstandingOfficialsRule : ConsequenceRule
{
    /// <inheritdoc/>
    public override ConsequenceKind Kind => ConsequenceKind.PersonCommendation;

    /// <inheritdoc/>
    public override string Citation => "讲话二（三）二：在考核中评为优秀等次的干部，要予以表彰奖励";

    /// <inheritdoc/>
    public override IEnumerable<Consequence> Apply(ConsequenceFacts facts) => facts.History.Persons
        .Where(person => person.Year == facts.Year && person.Grade == PersonGrade.Outstanding)
        .Select(person => Follows(facts, person.UnitId, person.OfficialId, $"本人{facts.Year}年度考核等次为“{GradeNames.Of(PersonGrade.Outstanding)}”。"));
}
