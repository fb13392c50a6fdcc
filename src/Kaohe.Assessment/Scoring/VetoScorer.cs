using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.Scoring;

/// <summary>一票否决: the tightest cap of all events of a unit.</summary>
public static class VetoScorer
{
    /// <summary>What its part of the reasons is called.</summary>
    public const string Title = "一票否决";

    internal sealed record Result(decimal? CapScore, Grade? CapGrade, Explanation? Why, IReadOnlyList<Problem> Problems);

    internal static Result Score(Unit unit, CycleFacts facts)
    {
        var own = facts.Vetoes.Where(veto => veto.UnitId == unit.Id).ToList();
        if (own.Count == 0)
        {
            return new Result(null, null, null, []);
        }

        var known = own.Select(veto => facts.Scheme.Vetoes.FirstOrDefault(defined => defined.Code == veto.Code)).OfType<Schemes.VetoDefinition>().ToList();
        var unknown = own.Where(veto => facts.Scheme.Vetoes.All(defined => defined.Code != veto.Code)).Select(veto =>
            new Problem($"vetoes[{unit.Id}].code", $"方案中没有一票否决事项“{veto.Code}”，请改选方案里的事项。"));
        var unsound = own.SelectMany(veto => veto.Rules.SelectMany(rule => rule.Problems())
            .Select(problem => problem with { Path = $"vetoes[{unit.Id}.{veto.Code}].{problem.Path}" }));
        Grade? capGrade = known.Count > 0 ? known.Min(veto => veto.CapGrade) : null;
        var capScore = known.Min(veto => veto.CapScore);
        var why = new Explanation
        {
            Title = Title,
            Source = "方案：一票否决",
            Formula = capScore is { } cap ? $"得分不高于 {Shown.Number(cap)}" : "",
            Flags =
            [
                .. known.Select(veto => $"{veto.Name}：等次不高于“{GradeNames.Of(veto.CapGrade, facts.Scheme.Grades.Labels)}”。"),
                .. own.Select(veto => $"认定：{veto.Reason}（{veto.Basis}）"),
            ],
        };
        return new Result(capScore, capGrade, why, [.. unknown, .. unsound]);
    }
}
