namespace Kaohe.Assessment.Scoring;

/// <summary>加减分 within the limits of the scheme.</summary>
internal static class AdjustmentScorer
{
    public sealed record Result(decimal Points, Explanation? Why, IReadOnlyList<Problem> Problems);

    public static Result Score(string unitId, CycleFacts facts)
    {
        var own = facts.Adjustments.Where(adjustment => adjustment.UnitId == unitId).ToList();
        if (own.Count == 0)
        {
            return new Result(0m, null, []);
        }

        var bonus = own.Where(each => each.Points > 0m).Sum(each => each.Points);
        var penalty = -own.Where(each => each.Points < 0m).Sum(each => each.Points);
        var countedBonus = Math.Min(bonus, facts.Scheme.Adjustments.LargestBonus ?? bonus);
        var countedPenalty = Math.Min(penalty, facts.Scheme.Adjustments.LargestPenalty ?? penalty);
        List<string> flags = [];
        if (countedBonus < bonus)
        {
            flags.Add($"加分合计 {Shown.Number(bonus)}，超过上限，按 {Shown.Number(countedBonus)} 计。");
        }

        if (countedPenalty < penalty)
        {
            flags.Add($"减分合计 {Shown.Number(penalty)}，超过上限，按 {Shown.Number(countedPenalty)} 计。");
        }

        var points = countedBonus - countedPenalty;
        var problems = own.SelectMany((each, place) => each.Rules.SelectMany(rule => rule.Problems())
            .Select(problem => problem with { Path = $"adjustments[{unitId}.{place}].{problem.Path}" }));
        return new Result(points, Explain(own, points, countedBonus, countedPenalty, flags), [.. problems]);
    }

    private static Explanation Explain(List<Adjustment> own, decimal points, decimal bonus, decimal penalty, List<string> flags) => new()
    {
        Title = "加减分",
        Points = points,
        Formula = $"加 {Shown.Number(bonus)} − 减 {Shown.Number(penalty)}",
        Source = "方案：加减分",
        Flags = flags,
        Children = [.. own.Select(each => new Explanation { Title = each.Reason, Points = each.Points, Source = each.Basis })],
    };
}
