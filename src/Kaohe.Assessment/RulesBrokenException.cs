namespace Kaohe.Assessment;

/// <summary>Facts or an act break at least one rule of the regulation; nothing was changed.</summary>
/// <param name="brokenRules">The broken rules, in the order in which they were asked.</param>
public sealed class RulesBrokenException(IReadOnlyList<Rule> brokenRules)
    : Exception(string.Join("；", brokenRules.SelectMany(rule => rule.Problems()).Select(problem => problem.Message)))
{
    /// <summary>The stable code of this error.</summary>
    public const string Code = "assessment.rules_broken";

    /// <summary>The broken rules.</summary>
    public IReadOnlyList<Rule> BrokenRules { get; } = brokenRules;

    /// <summary>Every problem of every broken rule, with its path and Chinese message.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [.. brokenRules.SelectMany(rule => rule.Problems())];
}
