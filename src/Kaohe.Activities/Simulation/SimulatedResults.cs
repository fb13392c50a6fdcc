using Kaohe.Activities.Effects;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;

namespace Kaohe.Activities.Simulation;

/// <summary>The demo city's results, by the real rules of Kaohe.Assessment. Grades are decided as proposed; a seat left open by a tie goes to nobody.</summary>
internal sealed class SimulatedResults(DemoCityData city)
{
    private IReadOnlyList<CompositeScore>? _scores;
    private IReadOnlyList<GroupRanking>? _rankings;
    private IReadOnlyList<GradeProposal>? _proposals;

    public IReadOnlyList<CompositeScore> Scores => _scores ??= new CompositeCalculator(city.Facts).ScoreAll();

    public IReadOnlyList<GroupRanking> Rankings => _rankings ??= Ranker.RankAll(city.Scheme, Scores);

    public IReadOnlyList<GradeProposal> Proposals => _proposals ??= [.. Rankings.Select(ranking => GradeProposer.Propose(city.Scheme, Scores, ranking))];

    /// <summary>Decides at a moment.</summary>
    public IReadOnlyList<UnitGrade> Decide(DateTimeOffset at)
    {
        var decisions = Proposals.SelectMany(proposal => GradeDecider.Decide(city.Scheme, proposal, new GradeSitting
        {
            By = city.LeadingGroup.LeaderId,
            Minutes = $"市年度目标责任考核领导组会议纪要（{city.Scheme.Year}年度）",
            At = at,
            Choices = [.. proposal.Undecided.Select(unitId => new GradeChoice(unitId, Grade.FairlyGood, "名额边界同分，领导组决定列入较好"))],
        })).ToList();
        var consequences = ConsequenceRule.ApplyAll(new ConsequenceFacts
        {
            Year = city.Scheme.Year,
            Units = city.Units,
            Decisions = decisions,
            Rankings = Rankings,
            History = city.History,
            Officials = city.Officials,
            Labels = city.Scheme.Grades.Labels,
        }).ToLookup(consequence => consequence.UnitId, StringComparer.Ordinal);
        var names = city.Units.ToDictionary(unit => unit.Id, unit => unit.ShortName, StringComparer.Ordinal);
        return [.. decisions.Select(decision => Result(decision, names[decision.UnitId], [.. consequences[decision.UnitId].Select(each => each.Kind).Distinct()]))];
    }

    private UnitGrade Result(GradeDecision decision, string name, IReadOnlyList<ConsequenceKind> consequences)
    {
        var entry = Rankings.First(ranking => ranking.GroupId == decision.GroupId).Of(decision.UnitId);
        return new UnitGrade
        {
            UnitId = decision.UnitId,
            UnitName = name,
            GroupId = decision.GroupId,
            Grade = decision.Decided,
            GradeLabel = GradeNames.Of(decision.Decided, city.Scheme.Grades.Labels),
            Score = entry?.Score,
            Rank = entry?.Rank ?? 0,
            IsLast = entry?.IsLast ?? false,
            Consequences = consequences,
        };
    }
}
