using Kaohe.Assessment.Grades;

namespace Kaohe.Server.Results.Grades;

/// <summary>
/// What a sitting of the 领导组 leaves behind, as a page, an endpoint or the task of kind <c>grade-decision</c> submits it:
/// <c>{ "minutes": "…", "overQuotaReason": "…", "choices": [ { "unitId": "…", "grade": "Good" or "好", "reason": "…" } ] }</c>.
/// A unit without a choice gets its proposal.
/// </summary>
public sealed record GradeDecisionForm
{
    /// <summary>Number or title of the minutes.</summary>
    public string? Minutes { get; init; }

    /// <summary>Why a group goes over its quota; null when none does.</summary>
    public string? OverQuotaReason { get; init; }

    /// <summary>Choices that depart from the proposal or decide a tie.</summary>
    public IReadOnlyList<GradeChoice> Choices { get; init; } = [];

    /// <summary>Reads a task's data. What it does not know it leaves out; a grade that nobody knows is a problem.</summary>
    /// <param name="data">The data.</param>
    /// <param name="labels">How the scheme writes grades.</param>
    /// <exception cref="Kaohe.Assessment.RulesBrokenException">A grade is none of the scheme's.</exception>
    public static GradeDecisionForm Read(IReadOnlyDictionary<string, object?> data, IReadOnlyList<GradeLabel> labels) => new()
    {
        Minutes = data.GetValueOrDefault("minutes")?.ToString(),
        OverQuotaReason = data.GetValueOrDefault("overQuotaReason")?.ToString(),
        Choices = data.GetValueOrDefault("choices") is IEnumerable<object?> items
            ? [.. items.OfType<IReadOnlyDictionary<string, object?>>().Select(item => Choice(item, labels))]
            : [],
    };

    private static GradeChoice Choice(IReadOnlyDictionary<string, object?> item, IReadOnlyList<GradeLabel> labels)
    {
        var unitId = item.GetValueOrDefault("unitId")?.ToString() ?? "";
        var text = item.GetValueOrDefault("grade")?.ToString() ?? "";
        var known = GradeNames.TryParse(text, out var grade, labels) || Enum.TryParse(text, ignoreCase: true, out grade);
        Kaohe.Assessment.Rule.CheckAll([new GradeIsKnownRule(unitId, text, known)]);
        return new GradeChoice(unitId, grade, item.GetValueOrDefault("reason")?.ToString() ?? "");
    }
}

/// <summary>A grade is one of the four.</summary>
/// <param name="unitId">The unit.</param>
/// <param name="text">What was written.</param>
/// <param name="isKnown">Whether it is a grade.</param>
public sealed class GradeIsKnownRule(string unitId, string text, bool isKnown) : Kaohe.Assessment.Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（三）一：领导班子的考核结果分为“好”、“较好”、“一般”、“差”4个等次";

    /// <inheritdoc/>
    public override IEnumerable<Kaohe.Assessment.Problem> Problems()
    {
        if (!isKnown)
        {
            yield return new Kaohe.Assessment.Problem($"choices[{unitId}].grade", $"“{text}”不是等次，请从好、较好、一般、差中选择。");
        }
    }
}
