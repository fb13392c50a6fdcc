using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;

namespace Kaohe.Activities.Effects;

/// <summary>How the people of a task deal with it, where the flow says so; everything left out is as the product does it by itself.</summary>
public sealed record TaskHandling
{
    /// <summary>
    /// Who may have it, in order: person ids, <c>role:code</c>, <c>unit:id</c>, <c>post:unit/post</c> (<see cref="Office.People.Candidate.FromExpression"/>).
    /// Empty for the role and post of the task.
    /// </summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>会签, 或签, n of m, 依次; null when one of them does it.</summary>
    public SigningSpec? Signing { get; init; }

    /// <summary>Which earlier tasks it may be sent back to.</summary>
    public ReturnScope ReturnScope { get; init; } = ReturnScope.Any;

    /// <summary>Whether its deadline stands still while it waits for a resubmission; null for the office's policy.</summary>
    public bool? PausesWhileReturned { get; init; }

    /// <summary>Step of the form; null for none.</summary>
    public string? FormStep { get; init; }
}
