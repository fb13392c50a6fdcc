namespace Kaohe.Assessment;

/// <summary>One rule of the regulation. The facts go into the constructor; the class says whether they break it, and where it stands written.</summary>
public abstract class Rule
{
    /// <summary>Where the rule stands: a sentence of the seed (讲话) or the key of the scheme that sets it.</summary>
    public abstract string Citation { get; }

    /// <summary>Every way in which the facts break the rule; nothing when they keep it.</summary>
    public abstract IEnumerable<Problem> Problems();

    /// <summary>True when the facts break the rule.</summary>
    public bool IsBroken() => Problems().Any();

    /// <summary>Throws one exception that holds every broken rule, so that a person can put all of it right at once.</summary>
    /// <exception cref="RulesBrokenException">At least one rule is broken.</exception>
    public static void CheckAll(params IReadOnlyList<Rule> rules)
    {
        var broken = rules.Where(rule => rule.IsBroken()).ToList();
        if (broken.Count > 0)
        {
            throw new RulesBrokenException(broken);
        }
    }
}
