using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Scoring;

namespace Kaohe.Assessment.Grades;

/// <summary>
/// Proposes grades: lines (<see cref="GradeLinesRule"/>), then veto caps (<see cref="VetoCapRule"/>), then the quota for 好 (<see cref="GoodSelection"/>) with its
/// ties (<see cref="GoodTieBreakRule"/>). Each of them carries its citation.
/// </summary>
public static class GradeProposer
{
    /// <summary>The proposal for one group.</summary>
    /// <param name="scheme">The year's rules.</param>
    /// <param name="scores">Scores of every unit of the group.</param>
    /// <param name="ranking">The group's ranking.</param>
    public static GradeProposal Propose(Scheme scheme, IReadOnlyList<CompositeScore> scores, GroupRanking ranking)
    {
        var own = scores.Where(score => score.GroupId == ranking.GroupId).ToDictionary(score => score.UnitId);
        var ranked = ranking.Entries.Select(entry => ByLine(scheme, own[entry.UnitId], entry)).ToList();
        var seats = scheme.Grades.GoodSeats(own.Count);
        var selection = GoodSelection.Choose(
            scheme,
            seats,
            [.. ranked.Where(unit => unit.Proposed == Grade.Good).Select(unit => own[unit.UnitId])]);
        return new GradeProposal
        {
            GroupId = ranking.GroupId,
            Year = scheme.Year,
            GoodSeats = seats,
            OpenSeats = selection.OpenSeats,
            Units = [.. ranked.Select(unit => ApplyQuota(scheme, unit, seats, selection)), .. ranking.Unranked.Select(Unscored)],
        };
    }

    private static UnitGradeProposal ByLine(Scheme scheme, CompositeScore score, RankEntry entry)
    {
        var labels = scheme.Grades.Labels;
        var line = GradeLinesRule.Reached(scheme, entry.Score);
        var byLine = GradeLinesRule.GradeOf(line);
        List<string> reasons =
        [
            line is null
                ? $"得分 {Shown.Score(entry.Score, scheme.Decimals)}，低于各档分数线，为“{GradeNames.Of(byLine, labels)}”。"
                : $"得分 {Shown.Score(entry.Score, scheme.Decimals)}，达到“{GradeNames.Of(byLine, labels)}”的分数线 {Shown.Number(line.From)}。",
        ];
        var proposed = byLine;
        if (score.GradeCap is { } cap)
        {
            // The score may be capped already, so that its line gives no better grade: what lowered it is said all the same.
            proposed = cap < byLine ? cap : byLine;
            reasons.Add($"一票否决，等次不高于“{GradeNames.Of(cap, labels)}”。");
        }

        return new UnitGradeProposal
        {
            UnitId = entry.UnitId,
            Score = entry.Score,
            Rank = entry.Rank,
            ByLine = byLine,
            Cap = score.GradeCap,
            Proposed = proposed,
            Reasons = reasons,
        };
    }

    private static UnitGradeProposal ApplyQuota(Scheme scheme, UnitGradeProposal unit, int seats, GoodSelection selection)
    {
        var good = GradeNames.Of(Grade.Good, scheme.Grades.Labels);
        if (unit.Proposed != Grade.Good)
        {
            return unit;
        }

        if (selection.Chosen.Contains(unit.UnitId))
        {
            return selection.DecidedByTieBreak.TryGetValue(unit.UnitId, out var component)
                ? unit with { Reasons = [.. unit.Reasons, $"名额边界同分，按“{ComponentNames.Of(component)}”比较列入“{good}”。"] }
                : unit;
        }

        return selection.Tied.Contains(unit.UnitId)
            ? unit with
            {
                Proposed = null,
                Reasons = [.. unit.Reasons, $"“{good}”名额 {seats} 个，边界上的单位比较后仍相同，由领导组决定并写明理由。"],
            }
            : unit with
            {
                Proposed = Grade.FairlyGood,
                Reasons = [.. unit.Reasons, $"“{good}”名额 {seats} 个已满，列入“{GradeNames.Of(Grade.FairlyGood, scheme.Grades.Labels)}”。"],
            };
    }

    private static UnitGradeProposal Unscored(string unitId) => new()
    {
        UnitId = unitId,
        Reasons = ["综合得分尚未得出，请先处理得分表中列出的问题。"],
    };
}
