using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;

namespace EndToEnd.Year;

/// <summary>What the rules make of the city's own figures, without the product around them.</summary>
/// <param name="city">The city.</param>
public sealed class ExpectedResult(DemoCityData city)
{
    private readonly IReadOnlyList<CompositeScore> _scores = new CompositeCalculator(city.Facts).ScoreAll();

    /// <summary>Totals by unit.</summary>
    public IReadOnlyDictionary<string, decimal?> Totals => _scores.ToDictionary(score => score.UnitId, score => score.Total);

    /// <summary>The two groups.</summary>
    public IReadOnlyList<GroupRanking> Rankings => field ??= Ranker.RankAll(city.Scheme, _scores);

    /// <summary>Grades by unit: the proposal, and 较好 where it leaves the choice to the 领导组.</summary>
    public IReadOnlyDictionary<string, Grade> Grades => field ??= Rankings
        .SelectMany(ranking => GradeProposer.Propose(city.Scheme, _scores, ranking).Units).ToDictionary(unit => unit.UnitId, unit => unit.Proposed ?? Grade.FairlyGood);

    /// <summary>Everything that the seed lists, for the grades as they were decided.</summary>
    public IReadOnlyList<Consequence> Consequences(IReadOnlyList<GradeDecision> decisions) => ConsequenceRule.ApplyAll(new ConsequenceFacts
    {
        Year = city.Scheme.Year,
        Units = city.Units,
        Decisions = decisions,
        Rankings = Rankings,
        History = city.History,
        Officials = city.Officials,
        Labels = city.Scheme.Grades.Labels,
    });
}
