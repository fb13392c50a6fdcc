using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>通报批评、末位淘汰 for officials graded 不称职.</summary>
public sealed class CriticiseIncompetentOfficialsRule : ConsequenceRule
{
    /// <inheritdoc/>
    public override ConsequenceKind Kind => ConsequenceKind.PersonCriticism;

    /// <inheritdoc/>
    public override string Citation => "讲话二（三）二：在考核中评为不称职的干部，要采取通报批评、末位淘汰等措施加以鞭策";

    /// <inheritdoc/>
    public override IEnumerable<Consequence> Apply(ConsequenceFacts facts) => facts.History.Persons
        .Where(person => person.Year == facts.Year && person.Grade == PersonGrade.Incompetent)
        .Select(person => Follows(facts, person.UnitId, person.OfficialId, $"本人{facts.Year}年度考核等次为“{GradeNames.Of(PersonGrade.Incompetent)}”。"));
}
