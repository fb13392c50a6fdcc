using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Consequences;

/// <summary>A grade that is to be given to an official.</summary>
/// <param name="Facts">The official and what stands for or against 优秀.</param>
/// <param name="Grade">The grade; empty when none is given (for example a post taken up late in the year).</param>
public sealed record OfficialGradeChoice(OutstandingFacts Facts, PersonGrade? Grade);

/// <summary>Grades of the officials assessed together: eligibility and quota for 优秀 are checked at once.</summary>
public static class OfficialGradeDecider
{
    /// <summary>One record for each official.</summary>
    /// <param name="scheme">The year's rules.</param>
    /// <param name="choices">The officials assessed together.</param>
    /// <param name="largerShareApproved">True with the superior's approval for the larger share of 优秀.</param>
    /// <exception cref="RulesBrokenException">Too many 优秀, or one who is not eligible; all reasons are listed.</exception>
    public static IReadOnlyList<PersonGradeRecord> Decide(
        Scheme scheme, IReadOnlyList<OfficialGradeChoice> choices, bool largerShareApproved = false)
    {
        var outstanding = choices.Where(choice => choice.Grade == PersonGrade.Outstanding).ToList();
        var assessed = choices.Count(choice => choice.Grade is not null);
        Rule.CheckAll(
        [
            new OutstandingQuotaRule(scheme, assessed, outstanding.Count, largerShareApproved),
            .. outstanding.Select(choice => new EligibleForOutstandingRule(scheme, choice.Facts)),
        ]);
        return
        [
            .. choices.Select(choice => new PersonGradeRecord(
                choice.Facts.Official.Id,
                scheme.Year,
                choice.Grade,
                choice.Facts.Official.UnitId,
                choice.Facts.Official.Post,
                choice.Facts.Official.Rank == Officials.PostRank.Head)),
        ];
    }
}

/// <summary>Nothing stands against 优秀; otherwise every obstacle is listed under the official's id.</summary>
/// <param name="scheme">The year's rules.</param>
/// <param name="facts">The official.</param>
public sealed class EligibleForOutstandingRule(Scheme scheme, OutstandingFacts facts) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "方案：不得评为优秀的情形";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
        from obstacle in OutstandingEligibility.Obstacles(scheme, facts)
        from problem in obstacle.Problems()
        select new Problem($"officials[{facts.Official.Id}].{problem.Path}", $"{facts.Official.Name}：{problem.Message}");
}
