namespace Kaohe.Office;

/// <summary>A rule of the office: facts in the constructor, one question, one message. The class name is the stable code.</summary>
public abstract class OfficeRule
{
    /// <summary>Where the fault lies; empty when it concerns the whole.</summary>
    public virtual string Path => string.Empty;

    /// <summary>Chinese: what is wrong and what to do. Asked for only when the rule is broken.</summary>
    public abstract string Message { get; }

    /// <summary>Whether the facts break the rule.</summary>
    public abstract bool IsBroken();

    /// <summary>Every problem among the rules, in their order.</summary>
    /// <param name="rules">The rules to ask.</param>
    public static IReadOnlyList<Problem> Check(IEnumerable<OfficeRule> rules) =>
        [.. rules.Where(rule => rule.IsBroken()).Select(rule => rule.ToProblem())];

    /// <summary>The broken rule as a problem for the person.</summary>
    public Problem ToProblem() => new(GetType().Name, Path, Message);
}
