using System.Globalization;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.DemoCity;

/// <summary>Makes the grades of earlier years by the same lines and quota as this year's.</summary>
internal sealed class DemoHistory(Scheme scheme, IReadOnlyList<Unit> units, IReadOnlyList<Official> officials, DemoHash hash, DemoStrength strength)
{
    public GradeHistory Of(params IReadOnlyList<int> years) =>
        years.Aggregate(GradeHistory.Empty, (history, year) => Add(history, year, year.ToString(CultureInfo.InvariantCulture)));

    private GradeHistory Add(GradeHistory history, int year, string yearText)
    {
        var scores = units.Select(unit => Score(unit, year, yearText)).ToList();
        List<UnitGradeRecord> records = [];
        foreach (var ranking in Ranker.RankAll(scheme, scores))
        {
            // Hashed scores do not tie, so that no unit is left to the 领导组.
            records.AddRange(GradeProposer.Propose(scheme, scores, ranking).Units.Select(unit =>
                new UnitGradeRecord(unit.UnitId, year, unit.Proposed!.Value, unit.Score, unit.Rank)));
        }

        var grades = records.ToDictionary(record => record.UnitId, record => record.Grade);
        return history.With(records, [.. LeadersIn(year, yearText).Select(official => Person(official, grades[official.UnitId], year, yearText))]);
    }

    private CompositeScore Score(Unit unit, int year, string yearText) => new()
    {
        UnitId = unit.Id,
        GroupId = unit.GroupId,
        Year = year,
        SchemeId = $"scheme-{yearText}",
        SchemeVersion = 1,
        Total = 55m + (42m * strength.Of(unit.Id, year, yearText)) + hash.Unit(unit.Id, yearText, "points"),
        Components = [],
        Why = new Explanation { Title = unit.ShortName },
    };

    /// <summary>One in ten of today's leaders came later, and has no record of that year.</summary>
    private IEnumerable<Official> LeadersIn(int year, string yearText) => officials.Where(official =>
        official.Rank != PostRank.Staff
        && units.Any(unit => unit.Id == official.UnitId)
        && (strength.Of(official.UnitId, year, yearText) > 0.95m || hash.Unit(official.Id, yearText, "came") >= 0.1m));

    private PersonGradeRecord Person(Official official, Grade unitGrade, int year, string yearText)
    {
        var luck = hash.Unit(official.Id, yearText, "grade");
        var grade = unitGrade switch
        {
            Grade.Good when luck < 0.45m => PersonGrade.Outstanding,
            Grade.FairlyGood when luck < 0.08m => PersonGrade.Outstanding,
            Grade.Poor when luck < 0.3m => PersonGrade.BasicallyCompetent,
            _ => PersonGrade.Competent,
        };
        return new PersonGradeRecord(official.Id, year, grade, official.UnitId, official.Post, official.Rank == PostRank.Head);
    }
}
